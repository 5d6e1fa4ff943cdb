using Granary.Wire;

namespace Granary.Host.Tests;

/// <summary>Several hubs on one PostgreSQL database, each in a process of its own, over real sockets.</summary>
public sealed class TwoProcessTests
{
    /// <summary>Far beyond what a loaded machine needs: it keeps a hub that hangs from hanging the whole run.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(50);

    private long _ordinal;

    [Fact, Trait("Case", "HOST-45")]
    public async Task Ten_connections_to_two_processes_create_one_identity_at_once_two_hundred_times_and_each_time_one_party()
    {
        const int Rounds = 200;
        using var patience = Begin();
        await using var hubs = await TwoProcesses.StartAsync(secondDiesAt: null, patience.Token);
        HashSet<string> parties = [];
        for (var round = 0; round < Rounds; round++)
        {
            var answers = await AtOnceAsync(Messages(hubs, round), one => hubs.Lines[one.Node][one.Line].AskAsync(one.Said, patience.Token));
            parties.Add(OneParty(answers, round));
        }

        Assert.Equal(Rounds, parties.Count);
        await AgreementAsync(hubs, patience.Token);
        await OnePartyEachAsync(hubs, Rounds);
        Assert.Equal(0, await RepeatsAsync(hubs));
    }

    [Theory, Trait("Case", "HOST-46")]
    [InlineData(null, false)]
    [InlineData("before-commit:8", false)]
    [InlineData("after-commit:8", true)]
    [InlineData("before-reply:48", true)]
    public async Task What_a_killed_process_left_unanswered_goes_to_the_other_under_its_number_and_nothing_is_applied_twice(string? diesAt, bool committed)
    {
        const int Rounds = 20;
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var moment = TimeSpan.FromMilliseconds(new Random(seed).Next(25));
        using var patience = Begin();
        await using var hubs = await TwoProcesses.StartAsync(diesAt, patience.Token);
        var (survivor, doomed) = (hubs.Lines[0], hubs.Lines[1]);
        var unanswered = 0;

        async Task<Answer> AskAsync(Sent one)
        {
            try
            {
                return await hubs.Lines[one.Node][one.Line].AskAsync(one.Said, patience.Token);
            }
            catch (IOException) when (doomed == hubs.Lines[one.Node])
            {
                Interlocked.Increment(ref unanswered);
                return await survivor[one.Line].AskAsync(one.Said, patience.Token);
            }
        }

        for (var round = 0; round < Rounds; round++)
        {
            var asking = AtOnceAsync(Messages(hubs, round), AskAsync);
            if (diesAt is null && round == Rounds / 2)
            {
                await Task.Delay(moment, patience.Token);
                hubs.Nodes[1].Hub.Kill();
            }

            OneParty(await asking, round);
        }

        Assert.True(await hubs.Nodes[1].Hub.WasKilledAsync(patience.Token), "it was to be killed, and ended by itself");
        await OnePartyEachAsync(hubs, Rounds);
        Assert.InRange(await RepeatsAsync(hubs), committed ? 1 : 0, unanswered);
    }

    [Fact, Trait("Case", "HOST-47")]
    public async Task A_subscriber_is_served_by_one_process_and_when_that_is_killed_the_other_takes_over_what_was_under_way()
    {
        using var patience = Begin();
        await using var hubs = await TwoProcesses.StartAsync(secondDiesAt: null, patience.Token);
        await UntilAsync("every subscriber is served", async () => (await hubs.HoldersAsync()).Count == hubs.Online.Count, patience.Token);
        OneParty(await AtOnceAsync(Messages(hubs, 0), one => hubs.Lines[one.Node][one.Line].AskAsync(one.Said, patience.Token)), 0);
        await AgreementAsync(hubs, patience.Token);

        var holders = await hubs.HoldersAsync();
        Assert.NotEmpty(hubs.Nodes.SelectMany(node => node.Doors.Answered));
        foreach (var node in hubs.Nodes)
        {
            // A process that the machine did not let run for a whole lease has lost it, and then both have served.
            Assert.DoesNotContain(node.Doors.Answered, heard => holders[heard.System] is { Token: 1 } only && only.Process != node.Hub.Id);
        }

        var doomed = hubs.Nodes.MaxBy(node => holders.Values.Count(holder => holder.Process == node.Hub.Id))!;
        var survivor = hubs.Nodes.Single(node => node != doomed);
        doomed.Doors.Answers = false;
        OneParty(await AtOnceAsync(Messages(hubs, 1), one => hubs.Lines[one.Node][one.Line].AskAsync(one.Said, patience.Token)), 1);
        await UntilAsync("a delivery is under way", () => Task.FromResult(doomed.Doors.Unanswered.Count > 0), patience.Token);
        doomed.Hub.Kill();

        await UntilAsync("the survivor serves every subscriber", async () => (await hubs.HoldersAsync()).Values.All(holder => holder.Process == survivor.Hub.Id), patience.Token);
        await AgreementAsync(hubs, patience.Token);
        Assert.Subset(survivor.Doors.Answered.ToHashSet(), doomed.Doors.Unanswered.ToHashSet());
    }

    private static CancellationTokenSource Begin()
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        return patience;
    }

    /// <summary>One person, said by every connection under a key of its own; with a mobile number of its own, so that systems have something to be told.</summary>
    private List<Sent> Messages(TwoProcesses hubs, int round)
    {
        var document = ResidentIds.Of(round);
        List<Sent> messages = [];
        for (var node = 0; node < hubs.Lines.Count; node++)
        {
            for (var line = 0; line < hubs.Lines[node].Count; line++)
            {
                var ordinal = ++_ordinal;
                messages.Add(new Sent(node, line, Said.Opening(hubs.Lines[node][line].Format, $"R{round}N{node}L{line}", document, $"139{ordinal:D8}", ordinal)));
            }
        }

        return messages;
    }

    /// <summary>All stand at one gate, which opens when everything else is done.</summary>
    private static async Task<Answer[]> AtOnceAsync(IEnumerable<Sent> messages, Func<Sent, Task<Answer>> ask)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asking = messages.Select(async one =>
        {
            await gate.Task;
            return await ask(one);
        }).ToArray();
        gate.SetResult();
        return await Task.WhenAll(asking);
    }

    private static string OneParty(Answer[] answers, int round)
    {
        Assert.All(answers, answer => Assert.True(answer.Verdict == ReplyVerdict.Done, $"round {round}: {answer}"));
        var party = Assert.Single(answers.Select(answer => answer.Party).Distinct());
        Assert.NotEqual("", party);
        return party;
    }

    private static async Task OnePartyEachAsync(TwoProcesses hubs, int rounds)
    {
        var messages = rounds * hubs.Lines.Sum(lines => lines.Count);
        Assert.Equal(messages, await hubs.CountAsync("SELECT count(*) FROM ecif.message"));
        Assert.Equal(messages, await hubs.CountAsync("SELECT count(*) FROM ecif.message WHERE outcome = 0"));
        Assert.Equal(messages, await hubs.CountAsync("SELECT count(*) FROM ecif.source_record"));
        Assert.Equal(rounds, await hubs.CountAsync("SELECT count(DISTINCT party_id) FROM ecif.source_record"));
        Assert.Equal(rounds, await hubs.CountAsync("SELECT count(*) FROM ecif.party"));
        Assert.Equal(rounds, await hubs.CountAsync("SELECT count(*) FROM ecif.identity"));
        Assert.Equal(0, await hubs.CountAsync("SELECT count(*) FROM ecif.suspect"));

        // Each version was made once (5: heard, without a new version), and each message is in the change log once.
        Assert.Equal(await hubs.CountAsync("SELECT sum(version) FROM ecif.party"), await hubs.CountAsync("SELECT count(*) FROM ecif.change WHERE action <> 5"));
        Assert.Empty(await hubs.QueryAsync(
            "SELECT system, message_id, count(*) FROM ecif.change GROUP BY system, message_id HAVING count(*) > 1 OR message_id = ''",
            row => $"{row.GetString(0)} '{row.GetString(1)}' {row.GetInt64(2)} times"));
        Assert.Equal(messages, await hubs.CountAsync("SELECT count(*) FROM ecif.change"));
    }

    private static Task<long> RepeatsAsync(TwoProcesses hubs) => hubs.CountAsync("SELECT sum(repeats) FROM ecif.message");

    /// <summary>Waits until every system holds what it is to hold; nothing was given up.</summary>
    private static async Task AgreementAsync(TwoProcesses hubs, CancellationToken cancellation)
    {
        await UntilAsync("nothing is due", async () => await hubs.CountAsync("SELECT count(*) FROM ecif.delivery WHERE state IN (0, 1)") == 0, cancellation);
        Assert.Equal(0, await hubs.CountAsync("SELECT count(*) FROM ecif.delivery"));
    }

    private static async Task UntilAsync(string what, Func<Task<bool>> condition, CancellationToken cancellation)
    {
        while (!await condition())
        {
            Assert.False(cancellation.IsCancellationRequested, $"it never came to pass that {what}");
            await Task.Delay(AskAgain, CancellationToken.None);
        }
    }

    private sealed record Sent(int Node, int Line, Said Said);
}
