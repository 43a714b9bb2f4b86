import { error } from '@sveltejs/kit';
import { latestFor } from '#capabilities/documents/index.ts';
import { helpFor } from '#capabilities/help/index.ts';
import { contributionFor, overview } from '#capabilities/payments/index.ts';
import { detailFor, isLifeLine } from '#capabilities/policies/index.ts';
import { customerOf } from '../../../../customer.server.ts';
import { policyPage, policyPageWords } from '../../../../parts/policy-detail.server.ts';
import type { PageServerLoad } from './$types';

const documentsMax = 5;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context, language } = locals;
  const viewer = customerOf(locals);
  const policy = await detailFor(context, viewer, params.polizza);
  if (!policy) error(404);
  const pays = policy.sections.has('payments');
  const [payables, documents, contribution] = await Promise.all([
    pays ? overview(context, viewer, { policyIds: [policy.id] }) : [],
    policy.sections.has('documents') ? latestFor(context, viewer, documentsMax, { policyId: policy.id }) : [],
    pays && isLifeLine(policy.line) ? contributionFor(context, viewer, params.polizza) : undefined,
  ]);
  return {
    policy: policyPage(context, { policy, payables, documents, contribution }, language),
    words: policyPageWords(language),
    help: helpFor(language, pays ? 'payments' : 'policies'),
  };
};
