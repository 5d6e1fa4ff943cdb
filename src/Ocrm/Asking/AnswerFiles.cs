using Granary.Kernel.Storage;
using Granary.Ocrm.Asking.Rendering;
using Granary.Ocrm.Documents;
using Granary.Surveys;

namespace Granary.Ocrm.Asking;

/// <summary>The files of an answer: kept beside those of documents, and dropped when the answer no longer names them.</summary>
internal static class AnswerFiles
{
    public static async Task KeepAsync(Session session, long response, string entity, ValueMap answers, SentAnswerFiles sent, OcrmLimits limits)
    {
        var named = Named(Value.Of(answers)).ToHashSet(StringComparer.Ordinal);
        var there = await session.QueryAsync("SELECT f.hash, f.blob_id FROM ocrm.answer_file f WHERE f.response = @response", r => (Hash: r.GetString(0), Blob: r.GetInt64(1)), ("response", response));
        foreach (var (hash, blob) in there.Where(f => !named.Contains(f.Hash)))
        {
            await session.ExecuteAsync("DELETE FROM ocrm.answer_file WHERE response = @response AND hash = @hash", ("response", response), ("hash", hash));
            await DocumentParts.DropAsync(session, blob);
        }

        foreach (var file in sent.Files.Where(f => named.Contains(f.Hash) && !there.Exists(t => t.Hash == f.Hash)).DistinctBy(f => f.Hash))
        {
            var blob = await DocumentParts.KeepAsync(session, entity, file.Hash, file.Bytes, limits.DocumentPart);
            await session.ExecuteAsync(
                "INSERT INTO ocrm.answer_file (response, hash, entity, name, content_type, blob_id, bytes) VALUES (@response, @hash, @entity, @name, @type, @blob, @bytes) ON CONFLICT (response, hash) DO NOTHING",
                ("response", response), ("hash", file.Hash), ("entity", entity), ("name", file.Name), ("type", file.Type), ("blob", blob), ("bytes", (long)file.Bytes.Length));
        }
    }

    /// <summary>How many files answers name.</summary>
    public static int Count(ValueMap answers) => Named(Value.Of(answers)).Count();

    /// <summary>The files that one answer names, by the hash of their bytes.</summary>
    public static IReadOnlyList<string> Of(Value answer) => [.. Named(answer).Distinct()];

    /// <summary>Only what this server wrote names a file: a text that somebody typed is no map with a content.</summary>
    private static IEnumerable<string> Named(Value value) => value.Kind switch
    {
        ValueKind.List => value.List.SelectMany(Named),
        ValueKind.Map when value.Map["content"] is { Kind: ValueKind.Text } content && content.Text.StartsWith(SentAnswerFile.Prefix, StringComparison.Ordinal) => [content.Text[SentAnswerFile.Prefix.Length..]],
        ValueKind.Map => value.Map.SelectMany(part => Named(part.Value)),
        _ => [],
    };
}
