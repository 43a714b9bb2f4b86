-- What operators tell everybody (planned work, a core system that rests), and words to an opinion about an answer. HLP-1, CNF-8.

create table service_notices (
  id uuid primary key,
  -- maintenance: the portal itself stops; core: the systems behind it rest, the portal goes on
  kind text not null constraint service_notices_kind check (kind in ('maintenance', 'core')),
  starts_at timestamptz not null,
  ends_at timestamptz,
  -- more words than the kind's own, in every language or in none
  text_it text,
  text_en text,
  text_de text,
  set_at timestamptz not null,
  cleared_at timestamptz,
  constraint service_notices_in_every_language check (num_nulls(text_it, text_en, text_de) in (0, 3)),
  constraint service_notices_end check (ends_at > starts_at)
);
-- at most one is told at a time
create unique index service_notices_one_at_a_time on service_notices ((true)) where cleared_at is null;

-- an opinion is yes or no; words may follow, as a row of their own that nothing links to it
alter table help_feedback alter column is_useful drop not null;
alter table help_feedback add column words text;
alter table help_feedback add constraint help_feedback_says_something check (is_useful is not null or words is not null);
create index help_feedback_words on help_feedback (at) where words is not null;
