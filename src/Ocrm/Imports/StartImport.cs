using System.Security.Cryptography;
using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Prospects;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Imports;

/// <summary>POST /api/imports?kind=&amp;file=&amp;unit=: a file of at most 16 MB as the body. Its lines are kept, its columns are guessed; nothing is looked at or done yet.</summary>
internal static class StartImport
{
    private static readonly char[] Calculated = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

    public static void Map(IEndpointRouteBuilder routes, OcrmLimits limits) =>
        routes.MapPost("/imports", StartAsync).Accepts<byte[]>("application/octet-stream").WithMetadata(new RequestSizeLimitAttribute(limits.ImportBytes))
            .Requires(Permission.ImportsEdit).WithName("StartImport").WithSummary("A CSV or XLSX file to bring in");

    private static async Task<Results<Ok<ImportView>, ProblemHttpResult>> StartAsync(
        HttpRequest request, string? kind, string? file, string? unit, Caller caller, OcrmDatabase database, IEnumerable<ImportKind> kinds, ImportViews views, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        if (kinds.SingleOrDefault(k => k.Name == kind) is not { } known || !known.Permissions(new ImportOptions()).All(caller.May))
        {
            return Problems.BadRequest("import-kind", "What is in the file? Choose something that you may bring in.");
        }

        if (EditProspects.UnitOf(unit is { Length: > 0 } ? unit : null, caller, Permission.ImportsEdit) is not { } at)
        {
            return Problems.BadRequest("import-unit", "For which of your units is it?");
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        if (TableFile.Read(body.ToArray(), limits) is not { Lines.Count: > 0 } table || table.Lines.Any(l => l.Cells.Sum(c => c.Length) > limits.ImportLineCharacters))
        {
            return Problems.BadRequest("import-unreadable", $"The file is no CSV and no XLSX file of one to {limits.ImportLines} lines, none longer than {limits.ImportLineCharacters} characters.");
        }

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var name = new string([.. (file ?? "").Where(c => !char.IsControl(c)).Take(limits.ImportFileName)]);
        string[] heads = [.. table.Heads.Select(Cell)];
        var id = await database.WriteAsync(async session =>
        {
            var mapping = await RememberedAsync(session, caller, known, heads, limits) ?? ColumnGuess.Of(heads).Where(m => known.Fields.Any(f => f.Name == m.Key)).ToDictionary();
            var made = (await session.QueryAsync(
                """
                INSERT INTO ocrm.import (kind, state, file, hash, heads, mapping, options, entity, unit, person, acting, problem, lines, good, wrong, done, skipped, undone, stayed, kept, created_at, changed_at)
                VALUES (@kind, 'draft', @file, @hash, @heads, @mapping, '{}', @entity, @unit, @person, @person, '', @lines, 0, 0, 0, 0, 0, 0, 1, @now, @now) RETURNING id
                """,
                r => r.GetInt64(0), ("kind", known.Name), ("file", name), ("hash", Convert.ToHexStringLower(SHA256.HashData(body.ToArray()))), ("heads", JsonSerializer.Serialize(heads)),
                ("mapping", JsonSerializer.Serialize(mapping)), ("entity", UnitCode.EntityOf(at)), ("unit", at), ("person", caller.PersonId), ("lines", (long)table.Lines.Count), ("now", now)))[0];
            await ImportLine.CopyAsync(session, made, [.. table.Lines.Select(l => (l.Number, l.Cells.Select(Cell).ToArray()))]);
            await AuditTrail.AppendAsync(session, "ocrm", now, new AuditEntry(caller.UserName, caller.From, Permission.ImportsEdit, $"import/{made}", After: $"draft {known.Name} lines={table.Lines.Count} {at}"));
            return made;
        }, cancellation);
        return TypedResults.Ok((await views.OfAsync(id.ToString(System.Globalization.CultureInfo.InvariantCulture), caller, cancellation))!);
    }

    /// <summary>How one mapped the columns of an earlier file with the same headings, also where an error file added some; null where there was none.</summary>
    private static async Task<Dictionary<string, int>?> RememberedAsync(Session session, Caller caller, ImportKind kind, string[] heads, OcrmLimits limits) =>
        (await session.QueryAsync(
            $"SELECT {Import.Columns} FROM ocrm.import i WHERE i.person = @person AND i.kind = @kind AND i.state <> 'draft' ORDER BY i.created_at DESC, i.id DESC LIMIT {limits.ImportsRemembered}",
            Import.Read, ("person", caller.PersonId), ("kind", kind.Name))).Find(i => heads.Take(i.Heads.Count).SequenceEqual(i.Heads))?.Mapping.ToDictionary();

    /// <summary>A cell as it is kept: without what no database keeps, and without the apostrophe that an error file put before what would be calculated.</summary>
    private static string Cell(string text)
    {
        var kept = text.Replace("\0", "", StringComparison.Ordinal);
        return kept.Length > 1 && kept[0] == '\'' && Calculated.Contains(kept[1]) ? kept[1..] : kept;
    }
}
