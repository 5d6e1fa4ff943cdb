using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Granary.Ocrm.Asking.Rendering;
using Granary.Ocrm.Documents;
using Granary.Ocrm.Documents.Content;
using Granary.Surveys;
using Microsoft.AspNetCore.Http;

namespace Granary.Ocrm.Asking;

/// <summary>A file as it came with a page, looked through.</summary>
/// <param name="Path">Of the question.</param>
/// <param name="Hash">SHA-256 in hexadecimal of what is kept.</param>
internal sealed record SentAnswerFile(string Path, string Name, string Type, ReadOnlyMemory<byte> Bytes, string Hash)
{
    public const string Prefix = "file/";

    /// <summary>As the answer has it: its content is where it lies.</summary>
    public Value Answer => Value.Of(new ValueMap([new("name", Value.Of(Name)), new("type", Value.Of(Type)), new("content", Value.Of(Prefix + Hash))]));
}

/// <param name="Refused">Why a file was not taken, by the path of its question, in the words of the page.</param>
internal sealed record SentAnswerFiles(ImmutableArray<SentAnswerFile> Files, FrozenDictionary<string, string> Refused)
{
    public static SentAnswerFiles None { get; } = new([], FrozenDictionary<string, string>.Empty);

    /// <summary>Files are what their bytes are, as documents are.</summary>
    public static async Task<SentAnswerFiles> ReceiveAsync(IFormFileCollection sent, AnswerWords words, CheckTurns turns, OcrmLimits limits, CancellationToken cancellation)
    {
        var (files, refused) = (new List<SentAnswerFile>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var file in sent.Where(f => f.Length > 0).Take(limits.AnswerFiles))
        {
            if (file.Length > limits.DocumentBytes)
            {
                refused[file.Name] = words.TooLarge((int)(limits.DocumentBytes / 1_000_000));
                continue;
            }

            var name = SentFile.NameOf(file.FileName, limits.DocumentName);
            var content = await turns.TakeAsync(async () => FileContent.Check(await SentFile.BytesAsync(file, cancellation), Path.GetExtension(name), limits), cancellation);
            if (content.Flaw is { } flaw)
            {
                refused[file.Name] = words.Of(flaw);
            }
            else
            {
                files.Add(new(file.Name, name, content.Type, content.Bytes, Convert.ToHexStringLower(SHA256.HashData(content.Bytes.Span))));
            }
        }

        return new([.. files], refused.ToFrozenDictionary());
    }

    /// <summary>Whether a type is among those that a question takes, as HTML's accept has them.</summary>
    public static bool IsAccepted(string accepts, string type, string name) => accepts.Length == 0 || accepts.Split(',').Select(a => a.Trim()).Any(a =>
        a.EndsWith("/*", StringComparison.Ordinal) ? type.StartsWith(a[..^1], StringComparison.OrdinalIgnoreCase)
        : a.StartsWith('.') ? name.EndsWith(a, StringComparison.OrdinalIgnoreCase) : a.Equals(type, StringComparison.OrdinalIgnoreCase));
}
