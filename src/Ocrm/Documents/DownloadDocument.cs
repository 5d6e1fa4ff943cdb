using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Granary.Ocrm.Documents;

/// <summary>
/// GET /api/documents/{id}/content: the bytes, always as a file to be saved (a page shows pictures by their element, which does not mind),
/// and with nothing that a browser would run. It is audited before the first byte, as all personal data in clear.
/// </summary>
internal static class DownloadDocument
{
    public static ProblemHttpResult Unknown => Problems.NotFound("document-unknown", "No document that you may open has this number.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/documents/{id:long}/content", async Task<Results<PushStreamHttpResult, ProblemHttpResult>> (
                long id, HttpResponse response, Caller caller, OcrmDatabase database, IAudit audit, CancellationToken cancellation) =>
            {
                if (await database.ReadAsync(session => Document.FindAsync(session, caller.SightOf(Permission.DocumentsRead), id, CustomerList.Sight), cancellation) is not { } document)
                {
                    return Unknown;
                }

                await audit.WriteAsync([new AuditEntry(caller.UserName, caller.From, Permission.DocumentsRead, document.Number, After: $"{Document.RefOf(id)} {document.Kind}")], cancellation);
                response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
                response.Headers.XContentTypeOptions = "nosniff";
                return TypedResults.Stream(
                    body =>
                    {
                        response.ContentLength = document.Bytes;
                        return DocumentParts.SendAsync(database, document.BlobId, document.Bytes, body, cancellation);
                    },
                    document.ContentType, document.Name, DateTimeOffset.FromUnixTimeMilliseconds(document.At), new EntityTagHeaderValue($"\"{document.Hash}\""));
            })
            .Requires(Permission.DocumentsRead).WithName("DownloadDocument").WithSummary("What a document holds");
}
