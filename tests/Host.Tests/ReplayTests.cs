using System.Text.Json.Nodes;

namespace Granary.Host.Tests;

public sealed class SqliteReplayTests(SmallDay day) : ReplayCompliance<Engine.Sqlite>(day);

public sealed class PostgresReplayTests(SmallDay day) : ReplayCompliance<Engine.Postgres>(day);

/// <summary>The whole job, from a recorded day to every system in agreement, with every program in a process of its own.</summary>
public abstract class ReplayCompliance<TEngine>(SmallDay day) : IClassFixture<SmallDay>
    where TEngine : Engine, new()
{
    [Fact, Trait("Case", "HOST-40")]
    public async Task The_recorded_day_is_answered_converges_and_tells_customers_apart()
    {
        var traffic = Shared.File("bank", "traffic");
        await using var database = await new TEngine().CreateAsync();
        var (ended, report) = await CommandLine.ReplayAsync(traffic, "--database", database.ConnectionString);
        Check(ended, report, messages: 10_153);
        Assert.True(Number(report, "f1") >= 0.98, ended.ToString());
        Assert.True(Number(report, "precision") >= 0.995, ended.ToString());
    }

    [Fact, Trait("Case", "HOST-41")]
    public async Task A_day_of_the_simulated_bank_is_answered_and_converges()
    {
        await using var database = await new TEngine().CreateAsync();
        var (ended, report) = await CommandLine.ReplayAsync(day.Folder, "--database", database.ConnectionString);
        Check(ended, report, SmallDay.Messages);
        Assert.True(Number(report, "f1") >= 0.98, ended.ToString());
        Assert.Equal(0, ended.Code);
    }

    [Theory, Trait("Case", "HOST-42")]
    [InlineData("mid-migration")]
    [InlineData("before-commit:3")]
    [InlineData("after-commit:3")]
    [InlineData("before-reply:100")]
    [InlineData("mid-send:50")]
    public async Task A_hub_that_dies_at_a_named_point_ends_with_the_same_parties_and_projections(string point)
    {
        var untroubled = await UntroubledAsync();
        await using var database = await new TEngine().CreateAsync();
        var (ended, report) = await CommandLine.ReplayAsync(day.Folder, "--database", database.ConnectionString, "--crash-at", point);
        Assert.True(Number(report, "restarts") == 1, $"it was to die once: {ended}");
        Check(ended, report, SmallDay.Messages);
        Same(untroubled, report, ended);
    }

    [Fact, Trait("Case", "HOST-43")]
    public async Task A_hub_that_dies_at_random_moments_ends_with_the_same_parties_and_projections()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var untroubled = await UntroubledAsync();
        await using var database = await new TEngine().CreateAsync();
        var (ended, report) = await CommandLine.ReplayAsync(day.Folder, "--database", database.ConnectionString, "--kill-seed", $"{seed}");
        Assert.True(Number(report, "restarts") >= 1, $"seed {seed}: it was to die: {ended}");
        Check(ended, report, SmallDay.Messages);
        Same(untroubled, report, ended);
    }

    /// <summary>The same day without a death, once for all tests of the engine.</summary>
    private Task<JsonObject> UntroubledAsync() => Untroubled.GetOrAdd(day, async folder =>
    {
        await using var database = await new TEngine().CreateAsync();
        return (await CommandLine.ReplayAsync(folder.Folder, "--database", database.ConnectionString)).Report;
    });

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<SmallDay, Task<JsonObject>> Untroubled = new();

    private static void Check(Ended ended, JsonObject report, int messages)
    {
        Assert.True(Number(report, "sent") == messages, ended.ToString());
        Assert.True(Number(report, "answered") == messages, ended.ToString());
        Assert.True(report["converged"]!.GetValue<bool>(), ended.ToString());
        Assert.True(Number(report, "differences") == 0, ended.ToString());
        Assert.True(Number(report, "deadLetters") == 0, ended.ToString());
    }

    private static void Same(JsonObject untroubled, JsonObject report, Ended ended)
    {
        foreach (var name in new[] { "parties", "partition", "projections" })
        {
            Assert.True(untroubled[name]!.ToJsonString() == report[name]!.ToJsonString(), $"{name} was {untroubled[name]} without deaths: {ended}");
        }
    }

    private static double Number(JsonObject report, string name) => report[name]!.GetValue<double>();
}
