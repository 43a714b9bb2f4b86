// Every noun of the command line, in the order of its help.

import { account } from './account.ts';
import { banks } from './banks.ts';
import { bench } from './bench.ts';
import { brand } from './brand.ts';
import { config } from './config.ts';
import { db } from './db.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import type { Noun } from './frame.ts';
import { imports } from './import.ts';
import { notice } from './notice.ts';
import { opinions } from './opinions.ts';
import { places } from './places.ts';
import { reconciliation } from './reconcile.ts';
import { refund } from './refund.ts';
import { request } from './request.ts';
import { satispay } from './satispay.ts';
import { serve } from './serve.ts';
import { work } from './work.ts';

export const nouns: readonly Noun[] = [
  serve,
  work,
  db,
  config,
  imports,
  places,
  account,
  request,
  reconciliation,
  satispay,
  refund,
  banks,
  notice,
  opinions,
  brand,
  demo,
  bench,
  doctor,
];
