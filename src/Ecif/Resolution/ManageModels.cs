using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.Storage;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Matching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.Resolution;

/// <param name="State">running, done or ended.</param>
/// <param name="Position">All parties up to this id are done, of those up to <paramref name="Until"/>; 0: not begun.</param>
public sealed record RunView(string State, long Position, long Until, DateTimeOffset StartedAt, DateTimeOffset ChangedAt);

/// <param name="Id">0 is the model that comes with Granary.</param>
/// <param name="State">active, candidate or retired.</param>
/// <param name="Compared">What it would change against the version that was active then.</param>
public sealed record MatchModelView(
    long Id, string Name, string State, string MadeBy, DateTimeOffset? MadeAt, string? UsedBy, DateTimeOffset? UsedAt,
    RunView? Comparison, ComparisonFigures? Compared, RunView? Rematch);

/// <param name="Model">A model's file.</param>
public sealed record NewMatchModel(string? Name, JsonElement Model);

/// <param name="Seed">1 where none is given.</param>
/// <param name="Errors">One wrong link in 2,000 and one match in 1,000 unseen, where none are given.</param>
public sealed record LearnMatchModel(string? Name, int? Seed, ErrorRates? Errors);

public sealed record UseMatchModel(string? Reason);

/// <summary>Versions of the match model: GET and POST /api/match-models, GET …/{id}/file, POST …/learn, …/{id}/compare and …/{id}/use.</summary>
internal static class ManageModels
{
    private const int LongestName = 60;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var models = routes.MapGroup("/match-models");
        models.MapGet("", (EcifDatabase database, CancellationToken cancellation) => ListAsync(database, cancellation))
            .Requires(Permission.ModelsEdit).WithName("ListMatchModels").WithSummary("Versions of the match model, with their comparisons and rematches");
        models.MapGet("/{id:long}/file", async Task<Results<ContentHttpResult, ProblemHttpResult>> (long id, EcifDatabase database, CancellationToken cancellation) =>
                await database.ReadAsync(session => MatchModels.JsonAsync(session, id), cancellation) is { } json ? TypedResults.Text(json, "application/json") : Unknown())
            .Requires(Permission.ModelsEdit).WithName("ShowMatchModelFile").WithSummary("A version's file: every number, common names, what it was learnt from and where it is weak");
        models.MapPost("", AddAsync).Requires(Permission.ModelsEdit).WithName("AddMatchModel").WithSummary("Adds a version that somebody wrote");
        models.MapPost("/learn", LearnAsync).Requires(Permission.ModelsEdit).WithName("LearnMatchModel").WithSummary("Learns a version from the base and from stewards' decisions, in the background");
        models.MapPost("/{id:long}/compare", CompareAsync).Requires(Permission.ModelsEdit).WithName("CompareMatchModel").WithSummary("Compares a version with the active one over the whole base, in the background");
        models.MapPost("/{id:long}/use", UseAsync).Requires(Permission.ModelsEdit).WithName("UseMatchModel").WithSummary("Proposes that a version decides, once it has been compared");
    }

    public static Task<IReadOnlyList<MatchModelView>> ListAsync(EcifDatabase database, CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<MatchModelView>>(async session =>
    {
        var rows = await MatchModels.ListAsync(session);
        var own = new MatchModelRow(0, "granary", rows.Exists(r => r.State == ModelState.Active) ? ModelState.Retired : ModelState.Active, "granary", 0, null, null);
        var views = new List<MatchModelView>();
        foreach (var row in rows.Append(own))
        {
            var (compared, rematch) = (await MatchRuns.LatestAsync(session, row.Id, MatchRun.Compare), await MatchRuns.LatestAsync(session, row.Id, MatchRun.Rematch));
            views.Add(new(row.Id, row.Name, row.State.ToString().ToLowerInvariant(), row.MadeBy, row.Id == 0 ? null : At(row.MadeAt), row.UsedBy, row.UsedAt is { } used ? At(used) : null,
                View(compared), compared is null ? null : ComparingModels.FiguresOf(compared), View(rematch)));
        }

        return views;
    }, cancellation);

    private static async Task<Results<Created, ProblemHttpResult>> AddAsync(NewMatchModel request, Caller caller, EcifDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        if (!IsName(request.Name))
        {
            return BadName();
        }

        MatchModel model;
        try
        {
            model = MatchModel.Parse(request.Model.GetRawText());
        }
        catch (FormatException e)
        {
            return Problems.BadRequest("model.unreadable", e.Message);
        }

        return await WriteAsync(database, caller, clock, "models.add", request.Name!, (session, now) => MatchModels.AddAsync(session, request.Name!, model, caller.UserName, now), cancellation) is { } id
            ? TypedResults.Created($"/api/match-models/{id}/file")
            : Taken();
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> LearnAsync(LearnMatchModel request, Caller caller, EcifDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        if (!IsName(request.Name))
        {
            return BadName();
        }

        var errors = request.Errors ?? ErrorRates.Usual;
        if (!errors.IsValid)
        {
            return Problems.BadRequest("model.errors", "Error rates lie between 0 and 0.1, and pairs of systems are written as in \"ONE|OTHER\".");
        }

        return await WriteAsync(database, caller, clock, "models.learn", request.Name!,
            (session, now) => StartLearningAsync(session, new LearningRequest(request.Name!, request.Seed ?? 1, errors), caller.UserName, now), cancellation) is not null
            ? TypedResults.Accepted("/api/match-models")
            : Taken();
    }

    /// <returns>The run; null where a version has the name.</returns>
    public static async Task<long?> StartLearningAsync(Session session, LearningRequest request, string who, long now) =>
        (await MatchModels.ListAsync(session)).Exists(m => m.Name == request.Name) ? null
            : await MatchRuns.StartAsync(session, MatchRun.Learn, 0, await MatchModels.ActiveAsync(session), request.Write(), who, now);

    private static async Task<Results<Accepted, ProblemHttpResult>> CompareAsync(long id, Caller caller, EcifDatabase database, TimeProvider clock, CancellationToken cancellation) =>
        await WriteAsync(database, caller, clock, "models.compare", $"{id}", (session, now) => StartComparingAsync(session, id, caller.UserName, now), cancellation) is not null
            ? TypedResults.Accepted("/api/match-models")
            : Unknown();

    /// <returns>The run; null where there is no such version.</returns>
    public static async Task<long?> StartComparingAsync(Session session, long version, string who, long now) =>
        version != 0 && await MatchModels.FindAsync(session, version) is null ? null
            : await MatchRuns.StartAsync(session, MatchRun.Compare, version, await MatchModels.ActiveAsync(session), "", who, now);

    private static async Task<Results<Accepted<ProposalMade>, ProblemHttpResult>> UseAsync(
        long id, UseMatchModel request, Caller caller, EcifDatabase database, IProposals proposals, CancellationToken cancellation)
    {
        if (!AuditReason.IsGiven(request.Reason))
        {
            return Problems.BadRequest(AuditReason.Missing, AuditReason.MissingDetail);
        }

        var (objection, model) = await database.ReadAsync(async session => (await GoingLive.ObjectionAsync(session, id), await MatchModels.FindAsync(session, id)), cancellation);
        if (objection is not null)
        {
            return Problems.Conflict("model.not-ready", objection);
        }

        var figures = (await ListAsync(database, cancellation)).Single(m => m.Id == id).Compared!;
        model ??= new MatchModelRow(0, "granary", ModelState.Retired, "granary", 0, null, null);
        return TypedResults.Accepted("/api/approvals", await proposals.ProposeAsync(GoingLive.Proposal(model, figures, request.Reason, caller.UserName), caller, cancellation));
    }

    /// <summary>Does something and writes who did it, or neither.</summary>
    private static Task<long?> WriteAsync(
        EcifDatabase database, Caller caller, TimeProvider clock, string act, string subject, Func<Session, long, Task<long?>> work, CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var done = await work(session, now);
        if (done is not null)
        {
            await AuditTrail.AppendAsync(session, database.Schema, now, new AuditEntry(caller.UserName, caller.From, act, subject));
        }

        return done;
    }, cancellation);

    private static bool IsName(string? name) => !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName;

    private static ProblemHttpResult BadName() => Problems.BadRequest("model.name", $"A version has a name of 1 to {LongestName} characters.");

    private static ProblemHttpResult Taken() => Problems.Conflict("model.name-taken", "Another version has this name.");

    private static ProblemHttpResult Unknown() => Problems.NotFound("model.unknown", "There is no such version of the match model.");

    private static RunView? View(MatchRun? run) => run is null ? null
        : new(run.State.ToString().ToLowerInvariant(), run.Position, run.Until, At(run.StartedAt), At(run.ChangedAt));

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
