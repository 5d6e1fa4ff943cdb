using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Granary.Access.Contracts;
using Granary.Access.Lists.Jobs;
using Granary.Access.Organisation;
using Granary.Access.Rights;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.Lists.Exports;

/// <param name="Format">csv or xlsx.</param>
/// <param name="Reason">Why; it stands in the file and in the audit trail.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ExportBody(JsonElement? Filter, IReadOnlyList<SortBody>? Sort, IReadOnlyList<string> Columns, string Format, string Reason);

/// <param name="Job">The job that has been started.</param>
/// <param name="Proposal">What somebody else has to agree to first.</param>
public sealed record ExportStarted(string? Job, long? Proposal);

/// <summary>POST /api/lists/{list}/export: the rows of a list as a file, made in the background.</summary>
internal sealed class ExportRows(
    IEnumerable<ListSource> sources, JobRunner jobs, JobStore store, IAudit audit, IOrganisation organisation, IProposals proposals, IServiceProvider services,
    ListLimits limits, TimeProvider clock)
{
    public const string Kind = "export";

    public static void Map(IEndpointRouteBuilder routes, ListSource source) =>
        routes.MapPost($"/lists/{source.List.Name}/export", async Task<Results<Accepted<ExportStarted>, ProblemHttpResult>> (ExportBody body, ExportRows exports, Caller caller, CancellationToken cancellation) =>
            {
                var started = await exports.StartAsync(source, body, caller, cancellation);
                return started.Fault is { } fault ? fault.Problem() : TypedResults.Accepted((string?)null, started.Value);
            })
            .Requires(source.List.ExportPermission!).WithName($"Export-{source.List.Name}").WithSummary("Rows as a file, as a background job or as a proposal");

    /// <summary>Runs an export that somebody agreed to, under the rights that its maker has now.</summary>
    public async Task RunAgreedAsync(string job, Caller maker, ExportContent content)
    {
        var source = sources.FirstOrDefault(s => s.List.Name == content.List && s.List.ExportPermission is not null);
        if (source is null || !maker.May(source.List.Permission) || !maker.May(source.List.ExportPermission!) || await QueryAsync(source, content.Body, maker, CancellationToken.None) is not { Value: { } query })
        {
            await store.EndAsync(job, "failed", "", "not-allowed");
            return;
        }

        Run(job, source, query, content.Body, maker);
    }

    private async Task<Read<ExportStarted>> StartAsync(ListSource source, ExportBody body, Caller caller, CancellationToken cancellation)
    {
        var read = await QueryAsync(source, body, caller, cancellation);
        if (read.Fault is { } fault)
        {
            return fault;
        }

        var rows = await ListReading.CountAsync(source, read.Value!, null, cancellation);
        if (rows > limits.SheetRows && body.Format == "xlsx")
        {
            return new ListFault("export-too-large", "A sheet has not so many lines: choose csv.");
        }

        var unit = caller.Rights.Sources.FirstOrDefault(s => s.Permission == source.List.ExportPermission)?.Unit ?? UnitCode.Province;
        if (rows > int.Parse(await organisation.ParameterAsync(ParameterName.ExportRowsAlone, unit, cancellation), CultureInfo.InvariantCulture))
        {
            return await ProposeAsync(source.List, read.Value!, body, rows, unit, caller, cancellation);
        }

        var job = Guid.NewGuid().ToString("N");
        if (!await store.AddAsync(job, JobStore.OwnerOf(caller), Kind, cancellation))
        {
            return new ListFault("too-many-jobs", $"One person has at most {limits.JobsPerPerson} jobs at once.", StatusCodes.Status429TooManyRequests);
        }

        Run(job, source, read.Value!, body, caller);
        return new ExportStarted(job, null);
    }

    private async Task<Read<ExportStarted>> ProposeAsync(ListDefinition list, ListQuery query, ExportBody body, long rows, string unit, Caller caller, CancellationToken cancellation)
    {
        if (caller.PersonId.Length == 0)
        {
            return new ListFault("export-needs-approval", "So many rows need somebody's agreement, which a program cannot ask for.", StatusCodes.Status403Forbidden);
        }

        var job = Guid.NewGuid().ToString("N");
        var content = new ExportContent(list.Name, body).Write();
        await store.ProposeAsync(job, caller.PersonId, Kind, content, cancellation);
        var made = await proposals.ProposeAsync(
            new Proposed(ExportApproval.KindName, list.Name, unit, new ExportSummary(job, ExportContent.HashOf(content), rows, body.Format, [.. query.Columns.Select(c => c.Name)], FilteredBy(query)).Write(), "", body.Reason, caller.UserName),
            caller, cancellation);
        return made.Applied ? new ExportStarted(job, null) : new ExportStarted(null, made.Proposal);
    }

    private void Run(string job, ListSource source, ListQuery query, ExportBody body, Caller caller)
    {
        var at = clock.GetUtcNow().ToOffset(BankTime.Offset);
        var name = string.Create(CultureInfo.InvariantCulture, $"{source.List.Name}-{at:yyyyMMdd-HHmmss}.{body.Format}");
        jobs.Run(job, name, (running, stop) => WriteAsync(running, source, query, body, caller, at, stop));
    }

    private async Task<Read<ListQuery>> QueryAsync(ListSource source, ExportBody body, Caller caller, CancellationToken cancellation) =>
        !Sheets.Formats.Contains(body.Format) ? new ListFault("export-wrong-format", "The format is csv or xlsx.")
        : !AuditReason.IsGiven(body.Reason) ? new ListFault(AuditReason.Missing, AuditReason.MissingDetail)
        : body.Columns is not { Count: > 0 } ? ListFault.NoColumn("")
        : await ListReading.QueryAsync(source, caller, limits, [source.List.Permission, source.List.ExportPermission!], body.Filter, body.Sort, body.Columns, cancellation);

    private async Task WriteAsync(Job job, ListSource source, ListQuery query, ExportBody body, Caller caller, DateTimeOffset at, CancellationToken cancellation)
    {
        var total = await ListReading.CountAsync(source, query, null, cancellation);
        await job.ReportAsync(0, total);
        long done = 0;
        await using (var file = PrivateFiles.Create(job.Path))
        await using (var sheet = Sheets.Create(body.Format, file))
        {
            await sheet.WriteAsync([string.Create(CultureInfo.InvariantCulture, $"{caller.Name} {caller.UserName} {at:yyyy-MM-dd HH:mm:ss} {body.Reason}")]);
            await sheet.WriteAsync([.. query.Columns.Select(c => c.Title ?? c.Name)]);
            Cursor? position = null;
            List<StoredRow> page;
            do
            {
                // Pages by position, each a read of its own: an export of a million rows holds no transaction open.
                page = await ListReading.PageAsync(source, query, limits, position, backwards: false, limits.ExportPage, cancellation);
                var names = await NamesAsync(query, page, cancellation);
                foreach (var row in page)
                {
                    await sheet.WriteAsync([.. query.Columns.Zip(row.Cells, names).Select(c => FieldRules.Text(c.First, c.Second, FieldRules.IsMasked(c.First, caller), c.Third))]);
                }

                done += page.Count;
                position = page.Count > 0 ? new Cursor(page[^1].Sort, page[^1].Key) : position;
                await job.ReportAsync(done, Math.Max(total, done + 1)); // the last word is the store's
            }
            while (page.Count == limits.ExportPage);
        }

        await audit.WriteAsync([new AuditEntry(caller.UserName, caller.From, source.List.ExportPermission!, source.List.Name, body.Reason,
            After: new ExportSummary(job.Id, null, done, body.Format, [.. query.Columns.Select(c => c.Name)], FilteredBy(query)).Write())], cancellation);
        await job.ReportAsync(done, done);
    }

    /// <summary>For every column of the query the names of the codes on a page; null where codes have none.</summary>
    private async Task<IReadOnlyDictionary<string, string>?[]> NamesAsync(ListQuery query, List<StoredRow> page, CancellationToken cancellation)
    {
        var names = new IReadOnlyDictionary<string, string>?[query.Columns.Count];
        for (var i = 0; i < names.Length; i++)
        {
            if (query.Columns[i].Names is { } find)
            {
                names[i] = await find(services, [.. page.SelectMany(r => FieldRules.Codes(FieldRules.Cell(query.Columns[i], r.Cells[i], masked: false))).Distinct()], cancellation);
            }
        }

        return names;
    }

    private static string[] FilteredBy(ListQuery query) => [.. Columns(query.Filter).Distinct()];

    private static IEnumerable<string> Columns(Filter? filter) => filter switch
    {
        Filter.Condition condition => [condition.Column.Name],
        Filter.Group group => group.Parts.SelectMany(Columns),
        Filter.Not not => Columns(not.Part),
        _ => [],
    };
}
