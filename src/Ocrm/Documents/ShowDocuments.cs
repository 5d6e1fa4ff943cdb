using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Documents.Content;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Documents;

/// <param name="ContentType">As its bytes show it: image/jpeg, application/pdf …</param>
/// <param name="By">Who uploaded it, by name.</param>
/// <param name="Of">What it belongs to beside the customer, as "visit/12"; may be empty.</param>
public sealed record DocumentView(
    long Id, string Customer, string Entity, string EntityName, string Kind, string Name, string ContentType, long Bytes, string Note, string By, DateTimeOffset At, IReadOnlyList<string> Of);

/// <param name="Kinds">What a document can be.</param>
/// <param name="Extensions">What is taken, by the end of the name.</param>
/// <param name="MostBytes">Of one file.</param>
public sealed record DocumentsView(IReadOnlyList<DocumentView> Documents, IReadOnlyList<string> Kinds, IReadOnlyList<string> Extensions, long MostBytes);

/// <summary>GET /api/customers/{number}/documents and /api/documents?of=visit/12: files about a customer, or with an act, in the legal entities where the caller sees the customer; without their bytes.</summary>
internal static class ShowDocuments
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/customers/{number}/documents", async Task<Results<Ok<DocumentsView>, ProblemHttpResult>> (
                string number, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation) =>
                await ReadAsync(database, organisation, async session => await CustomerGate.FindAsync(session, caller.SightOf(Permission.DocumentsRead), number) is { } customer
                        ? await Document.OfCustomerAsync(session, customer, limits)
                        : null, cancellation) is { } documents
                    ? TypedResults.Ok(new DocumentsView(documents, DocumentKind.All, FileContent.Extensions, limits.DocumentBytes))
                    : CustomerGate.Unknown)
            .Requires(Permission.DocumentsRead).WithName("ShowDocuments").WithSummary("Files about a customer");
        routes.MapGet("/documents", async (string? of, Caller caller, OcrmDatabase database, IOrganisation organisation, CancellationToken cancellation) =>
                TypedResults.Ok<IReadOnlyList<DocumentView>>(
                    await ReadAsync(database, organisation, async session => await Document.OfRefAsync(session, caller.SightOf(Permission.DocumentsRead), of ?? ""), cancellation) ?? []))
            .Requires(Permission.DocumentsRead).WithName("ListDocumentsOf").WithSummary("Files that belong to a visit, a task or a consent");
    }

    private static async Task<IReadOnlyList<DocumentView>?> ReadAsync(
        OcrmDatabase database, IOrganisation organisation, Func<Session, Task<IReadOnlyList<Document>?>> find, CancellationToken cancellation)
    {
        var (documents, refs) = await database.ReadAsync(async session => await find(session) is { } found ? (found, await Document.RefsAsync(session, found)) : (null, null), cancellation);
        if (documents is null || refs is null)
        {
            return null;
        }

        var units = await organisation.UnitNamesAsync([.. documents.Select(d => d.Entity).Distinct()], cancellation);
        var people = await organisation.PeopleNamesAsync([.. documents.Select(d => d.Person).Distinct()], cancellation);
        return [.. documents.Select(d => new DocumentView(d.Id, d.Number, d.Entity, units.GetValueOrDefault(d.Entity, d.Entity), d.Kind, d.Name, d.ContentType, d.Bytes, d.Note,
            people.GetValueOrDefault(d.Person, d.Person), DateTimeOffset.FromUnixTimeMilliseconds(d.At), [.. refs[d.Id]]))];
    }
}
