/** A body's text, or the status of the answer that it gets instead. */
export type BodyRead = { readonly text: string } | { readonly status: 408 | 413 | 400 };

export interface BodyLimits {
  readonly bytes: number;
  readonly milliseconds: number;
}

/** Reads a body as far as it is neither too large nor too slow. */
export async function bodyOf(request: Request, limits: BodyLimits): Promise<BodyRead> {
  if (Number(request.headers.get("content-length") ?? 0) > limits.bytes) return { status: 413 };
  const reader = request.body?.getReader();
  if (reader === undefined) return { text: "" };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), limits.milliseconds);
  });
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  try {
    for (;;) {
      const read = await Promise.race([reader.read(), late]);
      if (read === "late") return { status: 408 };
      if (read.done) return { text: new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)) };
      byteCount += read.value.byteLength;
      if (byteCount > limits.bytes) return { status: 413 };
      chunks.push(read.value);
    }
  } catch {
    // Bytes that are no UTF-8, or a client that has gone.
    return { status: 400 };
  } finally {
    clearTimeout(timer);
  }
}
