using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Documents;

public sealed record DocumentRemoval(string? Reason);

/// <summary>POST /api/documents/{id}/remove: it is gone from the customer, and its bytes with the last one that has them; the row with the reason, and the audit with the hash, stay.</summary>
internal static class RemoveDocument
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/documents/{id:long}/remove", async Task<Results<NoContent, ProblemHttpResult>> (
                long id, DocumentRemoval removal, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (!AuditReason.IsGiven(removal.Reason))
                {
                    return Problems.BadRequest(AuditReason.Missing, AuditReason.MissingDetail);
                }

                var removed = await database.WriteAsync(async session =>
                {
                    if (await Document.FindAsync(session, caller.SightOf(Permission.DocumentsEdit), id, CustomerList.OwnSight) is not { } document)
                    {
                        return false;
                    }

                    var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
                    if (await session.ExecuteAsync("UPDATE ocrm.document SET state = @removed, removed_by = @person, removed_at = @at, removed_reason = @reason WHERE id = @id AND state = 'kept'",
                        ("removed", Document.Removed), ("person", caller.PersonId), ("at", at), ("reason", removal.Reason.Trim()), ("id", id)) == 0)
                    {
                        return false; // somebody else was faster
                    }

                    await DocumentParts.DropAsync(session, document.BlobId);
                    await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, Permission.DocumentsEdit, $"{document.Number}/{document.Entity}", removal.Reason.Trim(),
                        Before: $"{Document.RefOf(id)} {document.Kind} {document.Bytes} sha256 {document.Hash}", After: Document.Removed));
                    return true;
                }, cancellation);
                return removed ? TypedResults.NoContent() : DownloadDocument.Unknown;
            })
            .Requires(Permission.DocumentsEdit).WithName("RemoveDocument").WithSummary("Removes a file about a customer, with a reason");
}
