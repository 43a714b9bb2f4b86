import type { IncomingMessage } from 'node:http';
import type { Context } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import type { Language } from '#kernel/language.ts';
import type { Customer, Visitor } from '#kernel/viewer.ts';
import type { Typed } from './doors/web/typed.ts';

/// <reference types="vite/client" />

declare global {
  namespace App {
    /** Set by hooks.server.ts for every request. */
    interface Locals {
      context: Context;
      viewer: Visitor | Customer;
      language: Language;
      theme: 'light' | 'dark' | undefined;
      /** Of who is signed in: when idleness ends it, and how the shell calls the person. */
      session?: { idleEndsAt: Instant; name: { given?: string | undefined; display: string } };
      /** What a page answers instead of its own: the state page when nothing works, a page whose database is away. */
      status?: number;
      /** The form that this request brought: a body can be read only once, and the page of a fault gives it back. */
      typed?: FormData;
      /** What was typed into this page's form before the session ended (ACC-12). */
      kept?: Record<string, string>;
    }
    /** What the layout takes from a page's `load`, besides the page's own. */
    interface PageData {
      /** Inside a flow the shell is one bar: back, title, progress. `back` is an address without language. */
      flow?: { title: string; back?: string | undefined; step?: number | undefined; steps?: number | undefined };
      /** At most two questions for "Ti serve aiuto?"; addresses without language. */
      help?: { question: string; href: string }[];
    }
    /** What the server gives beside the request; nothing in development. */
    interface Platform {
      req: IncomingMessage;
    }
    interface Error {
      message: string;
      /** To read out to support; also in the log. */
      reference?: string;
      /** What was typed into the form that could not be taken. */
      typed?: Typed;
    }
  }
}
