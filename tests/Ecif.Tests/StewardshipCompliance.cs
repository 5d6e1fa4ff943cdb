using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Stewardship;
using Granary.Tests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ecif.Tests;

/// <summary>What people decide about who is who, on every engine (docs/cases.md, ECIF-70 to 79).</summary>
public abstract class StewardshipCompliance(Engine engine)
{
    private const string ZhaoYue = "230183198603094823";

    [Fact, Trait("Case", "ECIF-70")]
    public async Task A_split_gives_the_record_a_party_of_its_own_and_later_messages_follow_the_record()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        var then = hub.Clock.GetUtcNow().AddHours(-2);
        await hub.SayAsync("CBS", "C1", at: then, attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001")]);
        await hub.SayAsync("CLMS", "L1", at: then, attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510002")]);
        await hub.QuietAsync();
        var party = await hub.PartyAsync("CBS", "C1");
        Assert.Equal(party.Id, (await hub.PartyAsync("CLMS", "L1")).Id);

        await SplitAsync(hub, party.Number, "CLMS", "L1");
        await hub.SayAsync("CLMS", "L1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510009")]);
        await hub.QuietAsync();

        Assert.NotEqual(party.Id, (await hub.PartyAsync("CLMS", "L1")).Id);
        Assert.Equal("13904510009", First(await hub.PartyAsync("CLMS", "L1")));
        Assert.Equal("13904510001", First(await hub.PartyAsync("CBS", "C1")));
        Assert.Equal(1, await hub.ScalarAsync("SELECT count(*) FROM ecif.exclusion"));
        Assert.Equal(["records.split"], await hub.TextsAsync("SELECT act FROM ecif.audit"));
    }

    [Fact, Trait("Case", "ECIF-71")]
    public async Task Two_suspects_become_one_only_when_a_second_person_agrees_and_every_system_that_knows_them_is_told()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        var (a, b) = await TwoAsync(hub);
        var proposal = await ProposeAsync(hub, a, b, "same");
        Assert.Equal(2, await hub.ScalarAsync("SELECT count(*) FROM ecif.party WHERE status <> 2"));
        Assert.Equal("proposed", (await ShowAsync(hub, a, b))!.State);
        hub.Systems.Values.ToList().ForEach(s => s.Received.Clear());

        Assert.Null(await hub.Services.GetRequiredService<SecondPerson>().AgreeAsync(proposal));
        await hub.QuietAsync();
        var one = await hub.PartyAsync("CLMS", "L1");
        Assert.Equal(a, one.Number);
        Assert.Equal(["C1 new 1", "L1 merge 1"], await hub.TextsAsync("SELECT r.key || ' ' || r.rule || ' ' || r.link FROM ecif.source_record r ORDER BY 1"));
        Assert.Equal("merged", (await hub.TextsAsync("SELECT CASE WHEN c.action = 2 THEN 'merged' ELSE '' END FROM ecif.change c JOIN ecif.party p ON p.id = c.party_id WHERE p.merged_into IS NOT NULL ORDER BY c.id DESC LIMIT 1"))[0]);
        Assert.Equal(one.Golden[PartyAttribute.HomeAddress].Value, Assert.Single(hub.Systems["CBS"].To("C1")).Attributes[PartyAttribute.HomeAddress]);
        Assert.Equal("1970-03-02", Assert.Single(hub.Systems["CLMS"].To("L1")).Attributes[PartyAttribute.Birth]);
        Assert.Equal(("same", false), ((await ShowAsync(hub, a, b))!.State, await OpenAsync(hub)));

        // To agree twice, as after a crash between the two databases, changes nothing.
        var changes = await hub.ScalarAsync("SELECT count(*) FROM ecif.change");
        Assert.Null(await hub.Services.GetRequiredService<SecondPerson>().AgreeAsync(proposal));
        Assert.Equal(changes, await hub.ScalarAsync("SELECT count(*) FROM ecif.change"));
    }

    [Fact, Trait("Case", "ECIF-72")]
    public async Task A_merge_is_undone_by_a_split_and_what_comes_later_goes_with_its_record()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        var (a, b) = await TwoAsync(hub);
        var before = (await GoldenAsync(hub, "CBS", "C1"), await GoldenAsync(hub, "CLMS", "L1"));
        await hub.Services.GetRequiredService<SecondPerson>().AgreeAsync(await ProposeAsync(hub, a, b, "same"));
        await SplitAsync(hub, a, "CLMS", "L1");
        Assert.Equal(before, (await GoldenAsync(hub, "CBS", "C1"), await GoldenAsync(hub, "CLMS", "L1")));

        // Also what speaks for the other: a person has said that they are two.
        await hub.SayAsync("CLMS", "L1", attributes: [Hub.Person("王秀兰"), Hub.Mobile("13904510001"), Hub.Birth("1970-03-02"), Hub.Address("肇源县新站镇二号")]);
        await hub.QuietAsync();
        Assert.NotEqual(a, (await hub.PartyAsync("CLMS", "L1")).Number);
        Assert.Contains("二号", (await hub.PartyAsync("CLMS", "L1")).Golden[PartyAttribute.HomeAddress].Value, StringComparison.Ordinal);
        Assert.DoesNotContain("二号", (await hub.PartyAsync("CBS", "C1")).Golden[PartyAttribute.HomeAddress].Value, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "ECIF-73")]
    public async Task Different_people_are_never_merged_by_the_machine_whatever_a_later_message_says_and_are_asked_about_no_more()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        var (a, b) = await TwoAsync(hub);
        await hub.Services.GetRequiredService<SecondPerson>().AgreeAsync(await ProposeAsync(hub, a, b, "different"));
        await hub.SayAsync("CLMS", "L1", attributes: [Hub.Person("王秀兰"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001"), Hub.Birth("1970-03-02")]);
        await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("王秀兰"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001"), Hub.Birth("1970-03-02")]);
        // A third record that fits both joins one of them and does not tie them together.
        await hub.SayAsync("EBANK", "E1", attributes: [Hub.Person("王秀兰"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001")]);
        await hub.QuietAsync();

        Assert.Equal((a, b), ((await hub.PartyAsync("CBS", "C1")).Number, (await hub.PartyAsync("CLMS", "L1")).Number));
        Assert.Equal(0, await hub.ScalarAsync("SELECT count(*) FROM ecif.party WHERE status = 2"));
        Assert.Equal(("different", false), ((await ShowAsync(hub, a, b))!.State, await OpenAsync(hub)));
    }

    [Fact, Trait("Case", "ECIF-74")]
    public async Task What_was_proposed_before_a_customer_changed_is_refused_and_may_be_proposed_again()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        var (a, b) = await TwoAsync(hub);
        var first = await ProposeAsync(hub, a, b, "same");
        Assert.Equal("suspect.proposed", await RefusedAsync(hub, a, b, "different"));
        await hub.SayAsync("CLMS", "L1", attributes: [Hub.Person("王秀兰"), Hub.Address("肇源县头台镇九号")]);
        Assert.True((await ShowAsync(hub, a, b))!.Decision!.Stale);
        Assert.NotNull(await hub.Services.GetRequiredService<SecondPerson>().AgreeAsync(first));
        Assert.Equal(0, await hub.ScalarAsync("SELECT count(*) FROM ecif.party WHERE status = 2"));
        Assert.Equal("open", (await ShowAsync(hub, a, b))!.State);
        Assert.Equal("suspect.changed", await RefusedAsync(hub, a, b, "same", basis: "of before"));
        Assert.Null(await hub.Services.GetRequiredService<SecondPerson>().AgreeAsync(await ProposeAsync(hub, a, b, "same")));
    }

    [Fact, Trait("Case", "ECIF-75")]
    public async Task What_each_choice_would_change_is_what_it_changes()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        var (a, b) = await TwoAsync(hub);
        var seen = (await ShowAsync(hub, a, b))!;
        Assert.Equal((a, b, "older", 1), (seen.Same!.Stays, seen.Same.Redirects, seen.Same.Because, seen.Same.Moves));
        Assert.Equal(1, seen.Different!.Exclusions);
        Assert.Equal(seen.Strongest!.Weight, seen.Strongest.Prior + seen.Strongest.Steps.Sum(s => s.Weight), 9);
        Assert.InRange(seen.Strongest.Weight, seen.Strongest.Review, seen.Strongest.Automatic);
        Assert.Equal(["name same", "birth oneSided", "mobile same", "address.home near"], seen.Attributes.Select(x => $"{x.Attribute} {x.Mark}"));

        hub.Systems.Values.ToList().ForEach(s => s.Received.Clear());
        await hub.Services.GetRequiredService<SecondPerson>().AgreeAsync(await ProposeAsync(hub, a, b, "same"));
        var changed = await hub.TextsAsync($"SELECT c.changed FROM ecif.change c JOIN ecif.party p ON p.id = c.party_id WHERE p.number = '{a}' ORDER BY c.id DESC LIMIT 1");
        Assert.Equal(seen.Same.Effect.Changes, GoldenJson.ReadChanges(changed[0]).Select(c => c.Attribute));
        await hub.QuietAsync();
        Assert.Equal(["CBS 1", "CLMS 1"], seen.Same.Effect.Told.Select(t => $"{t.System} {t.Keys}"));
        Assert.Equal(["C1", "L1"], hub.Systems.Values.SelectMany(s => s.Received).Select(d => d.Key).Order());
    }

    [Fact, Trait("Case", "ECIF-76")]
    public async Task Who_is_not_sure_is_noted_and_suspects_that_hang_together_are_one_group()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        var (a, b) = await TwoAsync(hub);
        await hub.SayAsync("EBANK", "E1", attributes: [Hub.Person("王秀兰"), Hub.Mobile("13904510001"), Hub.Address("肇源县古龙镇五号")]);
        var c = (await hub.PartyAsync("EBANK", "E1")).Number;
        Assert.Equal("unsure", Assert.IsType<Ok<DecideReply>>((await DecideAsync(hub, a, b, "unsure", (await ShowAsync(hub, a, b))!.Basis)).Result).Value!.State);

        var seen = (await ShowAsync(hub, a, b))!;
        Assert.Equal(("unsure", "tester"), (seen.State, seen.Unsure!.By));
        Assert.Equal([a, b, c], seen.Group.Parties.Select(p => p.Number));
        Assert.Equal([(a, b, "unsure"), (a, c, "open"), (b, c, "open")], seen.Group.Pairs.Select(p => (p.A, p.B, p.State)).Order());
        Assert.Equal(["records.unsure"], await hub.TextsAsync("SELECT act FROM ecif.audit"));

        // Once two of them are one, what was suspected of both is suspected of it.
        await hub.Services.GetRequiredService<SecondPerson>().AgreeAsync(await ProposeAsync(hub, b, c, "same"));
        Assert.Equal([(a, b, "unsure")], (await ShowAsync(hub, a, b))!.Group.Pairs.Select(p => (p.A, p.B, p.State)));
    }

    [Fact, Trait("Case", "ECIF-77")]
    public async Task A_document_that_two_claim_is_the_one_s_who_holds_it_and_both_s_once_they_are_one()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)]);
        await hub.SayAsync("CLMS", "L1", attributes: [Hub.Person("欧阳建国"), Hub.Id(ZhaoYue)]);
        var (a, b) = ((await hub.PartyAsync("CBS", "C1")).Number, (await hub.PartyAsync("CLMS", "L1")).Number);
        var seen = (await ShowAsync(hub, a, b))!;
        Assert.Equal(("DisputedIdentity", a), (seen.Reason, Assert.Single(seen.Different!.Disputed).Holder));
        await hub.Services.GetRequiredService<SecondPerson>().AgreeAsync(await ProposeAsync(hub, a, b, "same"));

        // A person's word stands, also when the record says its other name again.
        await hub.SayAsync("CLMS", "L1", attributes: [Hub.Person("欧阳建国"), Hub.Id(ZhaoYue), Hub.Mobile("13904510007")]);
        Assert.Equal((a, a), ((await hub.PartyAsync("CBS", "C1")).Number, (await hub.PartyAsync("CLMS", "L1")).Number));
        Assert.False(await OpenAsync(hub));
    }

    [Fact, Trait("Case", "ECIF-78")]
    public async Task Who_does_not_see_both_customers_sees_no_suspect()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        var (a, b) = await TwoAsync(hub);
        var show = hub.Services.GetRequiredService<ShowSuspect>();
        Task<SuspectDetail?> Find(string entity) => show.FindAsync(Hub.Caller(new Sight { Entities = [entity] }), Id(a), Id(b), CancellationToken.None);
        Assert.NotNull(await Find("230622"));
        await hub.SayAsync("CLMS", "L1", branch: "23018301", attributes: [Hub.Person("王秀兰")]);
        await hub.Database.WriteAsync(s => s.ExecuteAsync("DELETE FROM ecif.relationship WHERE unit = '230622' AND party_id = @id", ("id", Id(b))), CancellationToken.None);
        Assert.Null(await Find("230622"));
        Assert.Null(await Find("230183"));
    }

    /// <summary>Two who may be one: the same name and mobile, and nothing that proves it.</summary>
    private static async Task<(string A, string B)> TwoAsync(Hub hub)
    {
        await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("王秀兰"), Hub.Mobile("13904510001"), Hub.Birth("1970-03-02"), Hub.Address("肇源县新站镇一号", "230622")]);
        await hub.SayAsync("CLMS", "L1", attributes: [Hub.Person("王秀兰"), Hub.Mobile("13904510001"), Hub.Address("肇源县头台镇二号", "230622")]);
        await hub.QuietAsync();
        return ((await hub.PartyAsync("CBS", "C1")).Number, (await hub.PartyAsync("CLMS", "L1")).Number);
    }

    private static long Id(string number) => PartyNumber.TryParse(number, out var id) ? id : throw new ArgumentException(number);

    private static Task<SuspectDetail?> ShowAsync(Hub hub, string a, string b) =>
        hub.Services.GetRequiredService<ShowSuspect>().FindAsync(Hub.Caller(), Id(a), Id(b), CancellationToken.None);

    private static Task<Results<Ok<DecideReply>, ProblemHttpResult>> DecideAsync(Hub hub, string a, string b, string decision, string basis) =>
        hub.Services.GetRequiredService<DecideSuspect>().RunAsync(a, b, new DecideRequest(decision, basis, "looked at both files"), Hub.Caller(), CancellationToken.None);

    private static async Task<long> ProposeAsync(Hub hub, string a, string b, string decision) =>
        Assert.IsType<Ok<DecideReply>>((await DecideAsync(hub, a, b, decision, (await ShowAsync(hub, a, b))!.Basis)).Result).Value!.Approval!.Value;

    private static async Task<string?> RefusedAsync(Hub hub, string a, string b, string decision, string? basis = null) =>
        Assert.IsType<ProblemHttpResult>((await DecideAsync(hub, a, b, decision, basis ?? (await ShowAsync(hub, a, b))!.Basis)).Result).ProblemDetails.Extensions["code"] as string;

    private static async Task SplitAsync(Hub hub, string number, string system, string key)
    {
        var reply = await hub.Services.GetRequiredService<SplitRecord>().RunAsync(number, new SplitRequest(system, key, "two people, one document lent to the other"), Hub.Caller(), CancellationToken.None);
        Assert.Null(await hub.Services.GetRequiredService<SecondPerson>().AgreeAsync(Assert.IsType<Ok<SplitReply>>(reply.Result).Value!.Approval!.Value));
    }

    private static async Task<bool> OpenAsync(Hub hub) => await hub.ScalarAsync("SELECT count(*) FROM ecif.suspect WHERE state = 0") > 0;

    /// <summary>A golden record as text, without when and by what rule.</summary>
    private static async Task<string> GoldenAsync(Hub hub, string system, string key) =>
        string.Join('|', (await hub.PartyAsync(system, key)).Golden.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}={g.Value.Value}"));

    private static string First(Party party) => PartyAttribute.Values(party.Golden[PartyAttribute.Mobile].Value)[0];
}

public sealed class SqliteStewardship() : StewardshipCompliance(new Engine.Sqlite());

public sealed class PostgresStewardship() : StewardshipCompliance(new Engine.Postgres());
