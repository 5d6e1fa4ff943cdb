using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Granary.Access.Contracts;
using Granary.Access.Lists.Jobs;
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
    IEnumerable<ListSource> sources, JobRunner jobs, IAudit audit, ListLimits limits, TimeProvider clock, IExportApprovals? approvals = null) : IExports
{
    private const int MostReason = 200;

    public static void Map(IEndpointRouteBuilder routes, ListSource source) =>
        routes.MapPost($"/lists/{source.List.Name}/export", async Task<Results<Accepted<ExportStarted>, ProblemHttpResult>> (ExportBody body, ExportRows exports, Caller caller, CancellationToken cancellation) =>
            {
                var started = await exports.StartAsync(source, body, caller, cancellation);
                return started.Fault is { } fault ? fault.Problem() : TypedResults.Accepted((string?)null, started.Value);
            })
            .Requires(source.List.ExportPermission!).WithName($"Export-{source.List.Name}").WithSummary("Rows as a file, as a background job or as a proposal");

    public async Task<string?> StartAsync(Caller maker, string list, JsonElement content, CancellationToken cancellation)
    {
        var source = sources.FirstOrDefault(s => s.List.Name == list && s.List.ExportPermission is not null);
        var body = content.Deserialize<ExportBody>(JsonSerializerOptions.Web);
        if (source is null || body is null || !maker.May(source.List.Permission) || !maker.May(source.List.ExportPermission!))
        {
            return null;
        }

        var query = Query(source.List, body, maker);
        return query.Fault is null ? (await StartAsync(source, query.Value!, body, maker, cancellation)).Value : null;
    }

    private async Task<Read<ExportStarted>> StartAsync(ListSource source, ExportBody body, Caller caller, CancellationToken cancellation)
    {
        var read = Query(source.List, body, caller);
        if (read.Fault is { } fault)
        {
            return fault;
        }

        var alone = approvals is null ? limits.ExportRowsAlone : await approvals.RowsAloneAsync(caller, cancellation);
        var rows = await source.Database.ReadAsync(session => ListReading.CountAsync(session, read.Value!, null), cancellation);
        if (rows > limits.SheetRows && body.Format == "xlsx")
        {
            return new ListFault("export-too-large", "A sheet has not so many lines: choose csv.");
        }

        if (rows > alone)
        {
            return approvals is null
                ? new ListFault("export-needs-approval", $"More than {alone} rows need somebody's agreement.", StatusCodes.Status403Forbidden)
                : new ExportStarted(null, await approvals.ProposeAsync(caller, new ExportProposal(source.List.Name, rows, JsonSerializer.SerializeToElement(body, JsonSerializerOptions.Web), body.Reason), cancellation));
        }

        var job = await StartAsync(source, read.Value!, body, caller, cancellation);
        return job.Fault is { } busy ? busy : new ExportStarted(job.Value, null);
    }

    private async Task<Read<string>> StartAsync(ListSource source, ListQuery query, ExportBody body, Caller caller, CancellationToken cancellation)
    {
        var at = clock.GetUtcNow().ToOffset(FieldRules.BankTime);
        var name = string.Create(CultureInfo.InvariantCulture, $"{source.List.Name}-{at:yyyyMMdd-HHmmss}.{body.Format}");
        var job = await jobs.StartAsync(caller.PersonId, "export", name, (running, stop) => WriteAsync(running, source, query, body, caller, at, stop), cancellation);
        return job is null
            ? new ListFault("too-many-jobs", $"One person has at most {limits.JobsPerPerson} jobs at once.", StatusCodes.Status429TooManyRequests)
            : job;
    }

    private Read<ListQuery> Query(ListDefinition list, ExportBody body, Caller caller) =>
        !Sheets.Formats.Contains(body.Format) ? new ListFault("export-wrong-format", "The format is csv or xlsx.")
        : string.IsNullOrWhiteSpace(body.Reason) || body.Reason.Length > MostReason ? new ListFault("export-no-reason", $"An export has a reason of up to {MostReason} characters.")
        : body.Columns is not { Count: > 0 } ? ListFault.NoColumn("")
        : ListReading.Query(list, caller, limits, [list.Permission, list.ExportPermission!], body.Filter, body.Sort, body.Columns);

    private async Task WriteAsync(Job job, ListSource source, ListQuery query, ExportBody body, Caller caller, DateTimeOffset at, CancellationToken cancellation)
    {
        var total = await source.Database.ReadAsync(session => ListReading.CountAsync(session, query, null), cancellation);
        await job.ReportAsync(0, total);
        long done = 0;
        await using (var file = Create(job.Path))
        await using (var sheet = Sheets.Create(body.Format, file))
        {
            await sheet.WriteAsync([string.Create(CultureInfo.InvariantCulture, $"{caller.Name} {caller.UserName} {at:yyyy-MM-dd HH:mm:ss} {body.Reason}")]);
            await sheet.WriteAsync([.. query.Columns.Select(c => c.Title ?? c.Name)]);
            Cursor? position = null;
            List<StoredRow> page;
            do
            {
                // Pages by position, each a read of its own: an export of a million rows holds no transaction open.
                page = await source.Database.ReadAsync(session => ListReading.PageAsync(session, query, limits, position, backwards: false, limits.ExportPage), cancellation);
                foreach (var row in page)
                {
                    await sheet.WriteAsync([.. query.Columns.Zip(row.Cells).Select(c => FieldRules.Text(c.First, c.Second, FieldRules.IsMasked(c.First, caller)))]);
                }

                done += page.Count;
                position = page.Count > 0 ? new Cursor(page[^1].Sort, page[^1].Key) : position;
                await job.ReportAsync(done, Math.Max(total, done + 1)); // the last word is the store's
            }
            while (page.Count == limits.ExportPage);
        }

        await audit.WriteAsync([new AuditEntry(caller.UserName, caller.From, source.List.ExportPermission!, source.List.Name, body.Reason,
            After: JsonSerializer.Serialize(new { job = job.Id, rows = done, format = body.Format, columns = query.Columns.Select(c => c.Name), filteredBy = Columns(query.Filter).Distinct() }))], cancellation);
        await job.ReportAsync(done, done);
    }

    /// <summary>What was filtered by, without the values: they may be somebody's phone number.</summary>
    private static IEnumerable<string> Columns(Filter? filter) => filter switch
    {
        Filter.Condition condition => [condition.Column.Name],
        Filter.Group group => group.Parts.SelectMany(Columns),
        _ => [],
    };

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
