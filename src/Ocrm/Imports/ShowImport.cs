using System.Globalization;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Imports;

/// <param name="Line">As a spreadsheet numbers it; 1 is the heading.</param>
/// <param name="Value">What the file says in the field at fault; empty where it is the line as a whole.</param>
/// <param name="Number">The customer whose line it is; null where nobody in sight is.</param>
/// <param name="Name">Theirs, as the caller sees names.</param>
/// <param name="Place">The village in which they live; empty where it is not known.</param>
/// <param name="Village">As a register says, and the <paramref name="Household"/>; empty where it does not.</param>
/// <param name="Ref">What the line made, as "prospect/12"; empty where it made nothing.</param>
public sealed record ImportLineView(long Line, string Outcome, string Way, string Problem, string Field, string Value, string? Number, string? Name, string? Place, string Village, string Household, string Ref);

/// <param name="Needed">Without a column for it there is no beginning.</param>
public sealed record ImportFieldView(string Name, bool Needed);

/// <param name="Allowed">Whether the caller may bring such a file in.</param>
public sealed record ImportKindView(string Name, bool Allowed, IReadOnlyList<ImportFieldView> Fields);

/// <summary>GET /api/imports/{id}, its lines of an outcome (the file's owner only), and the kinds that there are.</summary>
internal static class ShowImport
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/imports/{id}", async Task<Results<Ok<ImportView>, ProblemHttpResult>> (string id, Caller caller, ImportViews views, CancellationToken cancellation) =>
                await views.OfAsync(id, caller, cancellation) is { } view ? TypedResults.Ok(view) : ChangeImport.Unknown)
            .Requires(Permission.ImportsEdit).WithName("ShowImport").WithSummary("How far an import is, and what came of its lines");
        routes.MapGet("/imports/{id}/lines", async Task<Results<Ok<IReadOnlyList<ImportLineView>>, ProblemHttpResult>> (
                string id, string? outcome, Caller caller, OcrmDatabase database, OcrmLimits limits, CancellationToken cancellation) =>
                await database.ReadAsync(session => LinesAsync(session, id, outcome ?? Verdict.Wrong, caller, limits), cancellation) is { } lines
                    ? TypedResults.Ok<IReadOnlyList<ImportLineView>>(lines)
                    : ChangeImport.Unknown)
            .Requires(Permission.ImportsEdit).WithName("ShowImportLines").WithSummary("The first lines of one's own file that have an outcome");
        routes.MapGet("/imports/kinds", (Caller caller, IEnumerable<ImportKind> kinds) => TypedResults.Ok<IReadOnlyList<ImportKindView>>(
                [.. kinds.Select(k => new ImportKindView(k.Name, k.Permissions(new ImportOptions()).All(caller.May), [.. k.Fields.Select(f => new ImportFieldView(f.Name, f.Needed))]))]))
            .Requires(Permission.ImportsEdit).WithName("ListImportKinds").WithSummary("What can be brought in, and with which fields");
    }

    private static async Task<List<ImportLineView>?> LinesAsync(Session session, string id, string outcome, Caller caller, OcrmLimits limits)
    {
        if (await Import.FindAsync(session, caller, id) is not { } import || import.Person != caller.PersonId)
        {
            return null;
        }

        var seen = caller.SightOf(Permission.CustomersRead).In(Customers.CustomerList.Sight);
        return await session.QueryAsync(
            $"""
            SELECT {ImportLine.Columns}, l.way, l.problem, l.field, c.number, c.name, c.place FROM ocrm.import_line l
            LEFT JOIN ocrm.search_token t ON l.subject <> '' AND t.token = 'k:' || l.subject LEFT JOIN ({OwnerRow.Customers}) ON c.party_id = t.party_id AND c.entity = @entity AND {seen.Sql}
            WHERE l.import_id = @import AND l.outcome = @outcome ORDER BY l.line LIMIT {limits.ProblemsShown}
            """,
            r => View(ImportLine.Read(r), r.GetString(5), r.GetString(6), r.GetString(7), r.TextOrNull(8), r.TextOrNull(9), r.TextOrNull(10)),
            [.. seen.Parameters, ("entity", import.Entity), ("import", import.Id), ("outcome", outcome)]);

        ImportLineView View(ImportLine line, string way, string problem, string field, string? number, string? name, string? place) => new(
            line.Number, outcome, way, problem, field, import.Cell(line, field), number,
            name is null ? null : ShownName.For(caller, name), place, import.Cell(line, "village"), import.Cell(line, "household"), line.Ref);
    }
}
