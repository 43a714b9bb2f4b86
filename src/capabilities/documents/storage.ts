// The port to where files lie. The storage names a file by its content, so storing the same bytes twice is harmless and
// two processes that make one document at once can never damage each other's.

export type StoredFile = {
  /** Goes into the database with the checksum; says nothing about anybody. */
  key: string;
  bytes: number;
  sha256: Uint8Array;
};

export type ReadFile =
  | { kind: 'intact'; content: Uint8Array }
  | { kind: 'missing' }
  /** The bytes are not those that were stored: never shown to anybody. */
  | { kind: 'damaged' };

export type FileStorage = {
  /** On the disk, synced, when it resolves. */
  store(content: Uint8Array): Promise<StoredFile>;
  /** Reads a file back and compares its checksum with the one that the caller kept (DOC-6). */
  read(file: { key: string; sha256: Uint8Array }): Promise<ReadFile>;
  /** Throws when files can be neither stored nor read now. */
  check(): Promise<void>;
};

declare module '#kernel/context.ts' {
  interface Ports {
    storage: FileStorage;
  }
}
