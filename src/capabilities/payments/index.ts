// May this be paid, was it paid, exactly once? [PAY-1] [PAY-2] [PAY-3] [PAY-4] [PAY-5] [PAY-6] [PAY-7] [PAY-11] [PAY-12] [PAY-14]
// Start with rules/windows.ts, then rules/attempts.ts (the states) and rules/settlement.ts (what the provider's list means).
import type { Capability } from '#kernel/capability.ts';
import { acts } from './acts.ts';
import { cancelTask } from './cancelling.ts';
import { contribute } from './contributing.ts';
import { figures } from './figures.ts';
import {
  givenBackMessage,
  givingBackMessage,
  notPaidMessage,
  pendingMessage,
  receivedMessage,
  refundDueMessage,
  refundDueToSupport,
} from './messages.ts';
import { receiveNotice } from './notices.ts';
import { openTask } from './opening.ts';
import { payInstalment } from './operations.ts';
import { reasons } from './reasons.ts';
import { receiptTask } from './receipts.ts';
import { reconcileSchedule } from './reconciling.ts';
import { refundTask } from './refunding.ts';
import { settings } from './settings.ts';
import { settleTask } from './settling.ts';
import { tables } from './store.server.ts';
import { todo } from './todo.ts';
import { vitals } from './vitals.ts';

export { type FoundBanks, findBanks, loadBanks } from './banks.ts';
export { comeBack, giveUp } from './commands.ts';
export {
  type ContributionView,
  contribute,
  contributionFor,
  contributionMethods,
} from './contributing.ts';
export {
  exportFor,
  type History,
  type HistoryFilter,
  historyFor,
  type Slice,
  type Soonest,
  soonestFor,
  type YearTotal,
} from './history.ts';
export { calendarPath, instrumentName, lineName, methodName, payableName } from './naming.ts';
export { payInstalment } from './operations.ts';
export { type KeptPairing, keepPairing, pairingOf } from './pairings-store.server.ts';
export type {
  Cancelled,
  KnownOrder,
  Opened,
  PaymentProvider,
  ProviderAnswer,
  ProviderNotice,
  ProviderOperation,
  ProviderOrder,
  Refunded,
  Silence,
} from './provider.ts';
export { methodFacts } from './providers.ts';
export { sayReturn } from './reasons.ts';
export { type Comparison, compareBooks, type Reconciled, reconcile } from './reconciling.ts';
export type { GivingBack } from './refunds-store.server.ts';
export { type Bank, type BankFault, banksFrom } from './rules/banks.ts';
export { coverRunsAgain } from './rules/cover.ts';
export type { MethodAnswer } from './rules/methods.ts';
export type { Method, PaymentReason } from './rules/reasons.ts';
export { familyOf, type Window } from './rules/windows.ts';
export { methodLimits, windowDays } from './settings.ts';
export { type Status, type StatusState, statusFor } from './status.ts';
export { type DueRefund, dueRefunds, recordTransfer } from './transferring.ts';
export { givingBackFor, overview, type PayableView, payableViewFor, payeeName } from './views.ts';
export { paymentsWords } from './words/say.ts';

export const capability: Capability = {
  name: 'payments',
  tables,
  settings,
  operations: [payInstalment, contribute],
  tasks: [openTask, settleTask, cancelTask, refundTask, receiptTask],
  schedules: [reconcileSchedule],
  messages: [
    receivedMessage,
    pendingMessage,
    notPaidMessage,
    givingBackMessage,
    givenBackMessage,
    refundDueMessage,
    refundDueToSupport,
  ],
  reasons,
  acts,
  receiveNotice,
  figures,
  vitals,
  todo,
};
