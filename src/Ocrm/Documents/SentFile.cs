using System.Globalization;
using Granary.Access;
using Granary.Ocrm.Documents.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Documents;

/// <summary>How many files are looked through at once.</summary>
internal sealed class CheckTurns(OcrmLimits limits) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(limits.DocumentChecks);

    public async Task<T> TakeAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();
}

/// <summary>A request with a file: multipart/form-data (RFC 7578) with the part "file". What arrives slowly waits on the disk, not in memory.</summary>
internal static class SentFile
{
    private const int InMemory = 64 * 1024;

    /// <returns>The form, or what is wrong with it.</returns>
    public static async Task<(IFormCollection? Form, ProblemHttpResult? Problem)> ReceiveAsync(HttpRequest request, OcrmLimits limits, CancellationToken cancellation)
    {
        var missing = Problems.BadRequest("document-missing", "The request has no file, or an empty one.");
        try
        {
            var form = request.HasFormContentType
                ? await request.ReadFormAsync(new FormOptions { MemoryBufferThreshold = InMemory, ValueCountLimit = 16, ValueLengthLimit = (int)limits.DocumentFields, MultipartBodyLengthLimit = limits.DocumentBytes + limits.DocumentFields }, cancellation)
                : FormCollection.Empty;
            return form.Files.GetFile("file") is not { Length: > 0 } file ? (null, missing)
                : file.Length > limits.DocumentBytes ? (null, TooLarge(limits))
                : (form, null);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, TooLarge(limits));
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return (null, missing); // parts that do not end, or too many of them
        }
    }

    public static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellation)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    /// <summary>The last part of a path, in one line, without what cannot be seen or turns the line around; as long as it may be, with its extension.</summary>
    public static string NameOf(string sent, int most)
    {
        var name = string.Concat(sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..]
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))).Trim(' ', '.');
        var extension = Path.GetExtension(name);
        return name.Length <= most || extension.Length > most ? name : name[..(most - extension.Length)] + extension;
    }

    public static ProblemHttpResult Refusal(Flaw flaw) => flaw switch
    {
        Flaw.Type => Problems.BadRequest("document-type", $"By its content this is none of {string.Join(' ', FileContent.Extensions)}."),
        Flaw.Name => Problems.BadRequest("document-name", "The file's name says another type than its content."),
        Flaw.Active => Problems.BadRequest("document-active", "The file holds a script, a macro, an action or another file."),
        Flaw.Encrypted => Problems.BadRequest("document-encrypted", "The file is protected by a password, so that nobody can look through it."),
        Flaw.Damaged => Problems.BadRequest("document-damaged", "The file is damaged or cut off."),
        Flaw.Unpacks => Problems.BadRequest("document-unpacks", "The file unpacks to more than a document has."),
        _ => Problems.BadRequest("document-pixels", "The picture has more pixels than can be shown."),
    };

    private static ProblemHttpResult TooLarge(OcrmLimits limits) =>
        Problems.Of(StatusCodes.Status413PayloadTooLarge, "document-too-large", $"A file has at most {limits.DocumentBytes} bytes.");
}
