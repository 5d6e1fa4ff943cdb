using System.Globalization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Documents;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Granary.Ocrm.Answers;

/// <summary>
/// GET /api/responses/{id}/files/{hash}: a file or photo that was answered, to whoever may read the response; always as something to be saved, and
/// audited before the first byte, as documents are.
/// </summary>
internal static class DownloadAnswerFile
{
    private sealed record Kept(string Name, string Type, long Blob, long Bytes);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/responses/{id:long}/files/{hash}", async Task<Results<PushStreamHttpResult, ProblemHttpResult>> (
                long id, string hash, HttpResponse response, Caller caller, OcrmDatabase database, IAudit audit, CancellationToken cancellation) =>
            {
                if (await database.ReadAsync(session => FindAsync(session, caller, id, hash), cancellation) is not { } file)
                {
                    return Problems.NotFound("response-file-unknown", "No file of an answer in your sight has this name.");
                }

                await audit.WriteAsync([new AuditEntry(caller.UserName, caller.From, Permission.AnswersRead, string.Create(CultureInfo.InvariantCulture, $"response/{id}"), After: $"file/{hash}")], cancellation);
                response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
                response.Headers.XContentTypeOptions = "nosniff";
                return TypedResults.Stream(
                    body =>
                    {
                        response.ContentLength = file.Bytes;
                        return DocumentParts.SendAsync(database, file.Blob, file.Bytes, body, cancellation);
                    },
                    file.Type, file.Name, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
            })
            .Requires(Permission.AnswersRead).WithName("DownloadAnswerFile").WithSummary("A file that was answered");

    private static async Task<Kept?> FindAsync(Session session, Caller caller, long id, string hash) => await ShowResponses.SeesAsync(session, caller, id)
        ? (await session.QueryAsync("SELECT f.name, f.content_type, f.blob_id, f.bytes FROM ocrm.answer_file f WHERE f.response = @id AND f.hash = @hash",
            r => new Kept(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3)), ("id", id), ("hash", hash))).SingleOrDefault()
        : null;
}
