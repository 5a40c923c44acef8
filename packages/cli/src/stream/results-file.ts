import { type FileHandle, open } from "node:fs/promises";
import { explained } from "../system-errors.ts";
import type { TenantResult } from "./tenant-results.ts";

const A_FILE = "a file to write";

/** Results of tenants as they come, one a line. */
export class ResultsFile {
  readonly #file: FileHandle;
  readonly #path: string;
  #size: number;

  private constructor(file: FileHandle, path: string, size: number) {
    this.#file = file;
    this.#path = path;
    this.#size = size;
  }

  /** @param keptBytes what of it a checkpoint knows of; the rest is written again. @throws InputError when it cannot be written */
  static async open(path: string, keptBytes: number): Promise<ResultsFile> {
    try {
      const file = await open(path, keptBytes === 0 ? "w" : "r+");
      if (keptBytes > 0) await file.truncate(keptBytes);
      return new ResultsFile(file, path, keptBytes);
    } catch (error) {
      throw explained(path, error, A_FILE);
    }
  }

  get sizeBytes(): number {
    return this.#size;
  }

  /** @throws InputError when the disk is full */
  async add(results: readonly TenantResult[]): Promise<void> {
    const bytes = Buffer.from(results.map((one) => `${JSON.stringify(one)}\n`).join(""), "utf8");
    try {
      await this.#file.write(bytes, 0, bytes.length, this.#size);
    } catch (error) {
      throw explained(this.#path, error, A_FILE);
    }
    this.#size += bytes.length;
  }

  /** What was added is on the disk before a checkpoint says so. */
  async keep(): Promise<void> {
    try {
      await this.#file.datasync();
    } catch (error) {
      // A pipe or a device keeps nothing.
      if ((error as NodeJS.ErrnoException).code !== "EINVAL") throw explained(this.#path, error, A_FILE);
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}
