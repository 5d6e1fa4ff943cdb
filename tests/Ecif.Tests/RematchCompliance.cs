using Granary.Ecif.Contracts;
using Granary.Ecif.Intake;
using Granary.Ecif.Resolution;
using Granary.Matching;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ecif.Tests;

/// <summary>A model over the whole base: compared, and decided anew (docs/cases.md, ECIF-103 to ECIF-107).</summary>
public abstract class RematchCompliance(Engine engine, ITestOutputHelper output)
{
    private const int Customers = 24;

    [Fact, Trait("Case", "ECIF-103")]
    public async Task A_comparison_foresees_what_deciding_anew_then_does_and_changes_nothing()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await StartAsync(database);
        await Models.SayAsync(hub, Customers);
        var before = await Models.PartitionAsync(hub);
        foreach (var (name, model) in new[] { ("lax", Models.Lax), ("strict", Models.Strict) })
        {
            var figures = await CompareAsync(hub, await Models.AddAsync(hub, name, model), model);
            output.WriteLine($"{name}: {figures.Merges} merges, {figures.Splits} splits, {figures.Reviews} reviews, {figures.Settled} settled of {figures.Parties} parties");
            Assert.Equal(before, await Models.PartitionAsync(hub));

            await using var other = await engine.CreateAsync();
            await using var fresh = await StartAsync(other);
            await Models.SayAsync(fresh, Customers);
            var parties = await fresh.ScalarAsync("SELECT count(*) FROM ecif.party WHERE status <> 2");
            await RematchAsync(fresh, await Models.UseAsync(fresh, name, model), MatchModel.Default, model);
            Assert.Equal(figures.Splits - figures.Merges, await fresh.ScalarAsync("SELECT count(*) FROM ecif.party WHERE status <> 2") - parties);
            Assert.Equal(name == "lax" ? (Customers, 0, 0) : (0, Customers, Customers), ((int)figures.Merges, (int)figures.Splits, (int)figures.Reviews));
            Assert.NotEmpty(figures.Examples);
        }
    }

    [Fact, Trait("Case", "ECIF-104")]
    public async Task A_base_decided_anew_is_as_if_the_model_had_decided_from_the_start()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await StartAsync(database);
        await Models.SayAsync(hub, Customers);
        var byDefault = await Models.PartitionAsync(hub);
        await RematchAsync(hub, await Models.UseAsync(hub, "strict", Models.Strict), MatchModel.Default, Models.Strict);

        await using var other = await engine.CreateAsync();
        await using var fresh = await StartAsync(other);
        await Models.UseAsync(fresh, "strict", Models.Strict);
        await Models.SayAsync(fresh, Customers);
        Assert.Equal(await Models.PartitionAsync(fresh), await Models.PartitionAsync(hub));
        Assert.NotEqual(byDefault, await Models.PartitionAsync(hub));

        await RematchAsync(hub, await Models.UseAsync(hub, "back", MatchModel.Default), Models.Strict, MatchModel.Default);
        Assert.Equal(byDefault, await Models.PartitionAsync(hub));
    }

    [Fact, Trait("Case", "ECIF-105")]
    public async Task A_rematch_that_dies_in_the_middle_goes_on_to_what_an_uninterrupted_one_comes_to()
    {
        var ended = new List<List<string>>();
        foreach (var dies in new[] { false, true })
        {
            await using var database = await engine.CreateAsync();
            await using var hub = await StartAsync(database);
            await Models.SayAsync(hub, Customers);
            var deaths = dies ? await RematchAsync(hub, await Models.UseAsync(hub, "strict", Models.Strict), MatchModel.Default, Models.Strict, diesEvery: 3) : 0;
            if (!dies)
            {
                await RematchAsync(hub, await Models.UseAsync(hub, "strict", Models.Strict), MatchModel.Default, Models.Strict);
            }

            Assert.Equal(dies, deaths > 1);
            ended.Add(await Models.PartitionAsync(hub));
        }

        Assert.Equal(ended[0], ended[1]);
    }

    [Fact, Trait("Case", "ECIF-106")]
    public async Task Messages_are_answered_while_the_base_is_decided_anew_and_come_to_the_same()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await StartAsync(database, background: true);
        await Models.SayAsync(hub, Customers);
        var strict = await Models.AddAsync(hub, "strict", Models.Strict);
        var comparison = await Models.StartAsync(hub, MatchRun.Compare, strict, 0);
        await EndAsync(hub, comparison.Id);
        Assert.Null(await hub.Database.WriteAsync(session => GoingLive.UseAsync(session, strict, "tester", hub.Clock.GetUtcNow().ToUnixTimeMilliseconds()), CancellationToken.None));
        var rematch = (await hub.Database.ReadAsync(session => MatchRuns.LatestAsync(session, strict, MatchRun.Rematch), CancellationToken.None))!;
        var more = 0;
        while ((await Models.RunAsync(hub, rematch.Id)).State == RunState.Running && more < 15)
        {
            await Models.SayAsync(hub, 1, Customers + more++);
        }

        Assert.Equal(RunState.Done, (await EndAsync(hub, rematch.Id)).State);
        output.WriteLine($"{more} customers came meanwhile");
        await using var other = await engine.CreateAsync();
        await using var fresh = await StartAsync(other);
        await Models.UseAsync(fresh, "strict", Models.Strict);
        await Models.SayAsync(fresh, Customers + more);
        Assert.Equal(await Models.PartitionAsync(fresh), await Models.PartitionAsync(hub));
    }

    [Fact, Trait("Case", "ECIF-107")]
    public async Task A_version_goes_live_only_after_a_comparison_with_the_one_that_decides()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await StartAsync(database, background: true);
        var (one, other) = (await Models.AddAsync(hub, "one", Models.Strict), await Models.AddAsync(hub, "other", Models.Lax));
        Task<string?> UseAsync(long version) => hub.Database.WriteAsync(session => GoingLive.UseAsync(session, version, "tester", 0), CancellationToken.None);
        Assert.Contains("compared", await UseAsync(one), StringComparison.Ordinal);
        await EndAsync(hub, (await Models.StartAsync(hub, MatchRun.Compare, one, 0)).Id);
        await EndAsync(hub, (await Models.StartAsync(hub, MatchRun.Compare, other, 0)).Id);
        Assert.Null(await UseAsync(one));
        Assert.Contains("compared", await UseAsync(other), StringComparison.Ordinal); // with the one that decided before
        Assert.Contains("already", await UseAsync(one), StringComparison.Ordinal);
        Assert.Contains("no such", await UseAsync(99), StringComparison.Ordinal);
    }

    private static Task<Hub> StartAsync(TemporaryDatabase database, bool background = false) => Hub.StartAsync(database.ConnectionString, distribute: false, limits: new EcifLimits
    {
        ModelPoll = TimeSpan.Zero, PageParties = 7, RematchParties = 2, BackgroundPoll = background ? TimeSpan.FromMilliseconds(20) : TimeSpan.FromDays(1),
    });

    private static async Task<MatchRun> EndAsync(Hub hub, long id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await Models.RunAsync(hub, id) is { State: RunState.Running })
        {
            await Task.Delay(10, patience.Token);
        }

        return await Models.RunAsync(hub, id);
    }

    private static async Task<ComparisonFigures> CompareAsync(Hub hub, long version, MatchModel model)
    {
        var run = await Models.StartAsync(hub, MatchRun.Compare, version, 0);
        while (run.State == RunState.Running)
        {
            // As after a restart: nothing is kept but the row.
            var comparing = new ComparingModels(hub.Database, hub.Services.GetRequiredService<IntakeRules>());
            run = await comparing.PassAsync(run, new Matcher(MatchModel.Default), new Matcher(model), CancellationToken.None);
            await hub.Database.WriteAsync(session => MatchRuns.AdvanceAsync(session, run, 0), CancellationToken.None);
            run = await Models.RunAsync(hub, run.Id);
        }

        return ComparingModels.FiguresOf(run);
    }

    /// <returns>How often it died.</returns>
    private static async Task<int> RematchAsync(Hub hub, long version, MatchModel before, MatchModel after, int diesEvery = int.MaxValue)
    {
        var (deaths, transactions) = (0, 0);
        var run = await Models.StartAsync(hub, MatchRun.Rematch, version, 0);
        while (run.State == RunState.Running)
        {
            var rematching = new Rematching(hub.Database, hub.Services.GetRequiredService<IntakeRules>(), new IdBlocks(hub.Database), hub.Clock);
            try
            {
                run = await rematching.PassAsync(run, new Matcher(before), new Resolver(new Matcher(after)),
                    _ => ++transactions % diesEvery == 0 ? throw new IOException("died") : Task.CompletedTask, CancellationToken.None);
                await hub.Database.WriteAsync(session => MatchRuns.AdvanceAsync(session, run, 0), CancellationToken.None);
            }
            catch (IOException)
            {
                deaths++;
            }

            run = await Models.RunAsync(hub, run.Id);
        }

        return deaths;
    }
}

public sealed class SqliteRematch(ITestOutputHelper output) : RematchCompliance(new Engine.Sqlite(), output);

public sealed class PostgresRematch(ITestOutputHelper output) : RematchCompliance(new Engine.Postgres(), output);
