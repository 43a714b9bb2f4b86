// The payments of the filter in the address as a file for spreadsheets; `?sep=,` for machines. [PAY-7]
import { exportFor, paymentsWords } from '#capabilities/payments/index.ts';
import { customerOf } from '../../../../customer.server.ts';
import { fileAnswer } from '../../../../file-answer.ts';
import { paymentsCsv } from '../../../../parts/payments-csv.server.ts';
import { foundBy } from '../../../../parts/payments-page.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const { context, language } = locals;
  const viewer = customerOf(locals);
  const { filter, found } = await foundBy(context, viewer, url.searchParams, (asked) =>
    exportFor(context, viewer, asked),
  );
  const separator = url.searchParams.get('sep') === ',' ? ',' : ';';
  const word = paymentsWords(language)('payments.export_file');
  return fileAnswer(paymentsCsv(found, separator, language), {
    mediaType: 'text/csv; charset=utf-8',
    name: filter.year === undefined ? `${word}.csv` : `${word}-${filter.year}.csv`,
  });
};
