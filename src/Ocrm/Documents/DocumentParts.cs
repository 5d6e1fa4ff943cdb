using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Documents;

/// <summary>The bytes of files: once for each content in each legal entity, in parts (docs/decisions/0016).</summary>
internal static class DocumentParts
{
    /// <summary>Keeps bytes, or finds that they are kept. Until the transaction ends nobody else keeps or drops the same.</summary>
    /// <returns>The blob's id.</returns>
    public static async Task<long> KeepAsync(Session session, string entity, string hash, ReadOnlyMemory<byte> bytes, int partBytes)
    {
        // The update changes nothing; it locks the row that is there, or waits until one that is being dropped is gone.
        var blob = (await session.QueryAsync(
            "INSERT INTO ocrm.document_blob (entity, hash, bytes) VALUES (@entity, @hash, @bytes) ON CONFLICT (entity, hash) DO UPDATE SET bytes = excluded.bytes RETURNING id",
            r => r.GetInt64(0), ("entity", entity), ("hash", hash), ("bytes", (long)bytes.Length)))[0];
        if ((await session.QueryAsync("SELECT p.part FROM ocrm.document_part p WHERE p.blob_id = @blob LIMIT 1", r => r.GetInt64(0), ("blob", blob))).Count > 0)
        {
            return blob;
        }

        for (var part = 0; (long)part * partBytes < bytes.Length; part++)
        {
            await session.ExecuteAsync("INSERT INTO ocrm.document_part (blob_id, part, content) VALUES (@blob, @part, @content)",
                ("blob", blob), ("part", (long)part), ("content", bytes[(part * partBytes)..Math.Min((part + 1) * partBytes, bytes.Length)].ToArray()));
        }

        return blob;
    }

    /// <returns>Null behind the last part.</returns>
    public static async Task<byte[]?> PartAsync(Session session, long blob, long part) => (await session.QueryAsync(
        "SELECT p.content FROM ocrm.document_part p WHERE p.blob_id = @blob AND p.part = @part", r => r.GetFieldValue<byte[]>(0), ("blob", blob), ("part", part))).FirstOrDefault();

    /// <summary>Sends what is kept, each part in a reading of its own, so that a slow phone holds no transaction open.</summary>
    /// <exception cref="IOException">It was removed meanwhile.</exception>
    public static async Task SendAsync(OcrmDatabase database, long blob, long bytes, Stream body, CancellationToken cancellation)
    {
        for (long part = 0, sent = 0; sent < bytes; part++)
        {
            var content = await database.ReadAsync(session => PartAsync(session, blob, part), cancellation) ?? throw new IOException("A file was removed while it was sent.");
            await body.WriteAsync(content, cancellation);
            sent += content.Length;
        }
    }

    /// <summary>Deletes bytes that no kept document, no answer and no product's file has any more.</summary>
    public static async Task DropAsync(Session session, long blob)
    {
        // Locked first: whoever keeps the same bytes at this moment is either seen below, or waits and writes them again.
        await session.QueryAsync($"SELECT b.id FROM ocrm.document_blob b WHERE b.id = @blob {session.ForUpdateOf("b")}", r => r.GetInt64(0), ("blob", blob));
        if ((await session.QueryAsync("SELECT d.id FROM ocrm.document d WHERE d.blob_id = @blob AND d.state = 'kept' UNION ALL SELECT f.response FROM ocrm.answer_file f WHERE f.blob_id = @blob UNION ALL SELECT p.id FROM ocrm.product_file p WHERE p.blob_id = @blob LIMIT 1", r => r.GetInt64(0), ("blob", blob))).Count == 0)
        {
            await session.ExecuteAsync("DELETE FROM ocrm.document_part WHERE blob_id = @blob", ("blob", blob));
            await session.ExecuteAsync("DELETE FROM ocrm.document_blob WHERE id = @blob", ("blob", blob));
        }
    }
}
