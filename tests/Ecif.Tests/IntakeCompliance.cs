using Microsoft.Extensions.DependencyInjection;
using Granary.Ecif.Contracts;
using Granary.Tests;

namespace Granary.Ecif.Tests;

/// <summary>What intake promises, on every engine (docs/cases.md, ECIF).</summary>
public abstract class IntakeCompliance(Engine engine)
{
    private const string ZhaoYue = "230183198603094823";

    [Fact, Trait("Case", "ECIF-01")]
    public async Task A_customer_who_changes_in_one_system_changes_in_every_system()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001")]);
        await hub.SayAsync("CLMS", "L1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001")]);
        await hub.SayAsync("EBANK", "E1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510002")]);
        await hub.QuietAsync();

        Assert.Equal("13904510002", hub.Systems["CBS"].Holds["C1"][PartyAttribute.Mobile]);
        Assert.Equal("13904510002", hub.Systems["CLMS"].Holds["L1"][PartyAttribute.Mobile]);
        Assert.DoesNotContain("E1", hub.Systems["EBANK"].Holds.Keys);
        Assert.Equal(1, await hub.ScalarAsync("SELECT count(*) FROM ecif.party"));
    }

    [Fact, Trait("Case", "ECIF-02")]
    public async Task A_repeated_message_has_one_effect_and_the_same_answer()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        var message = hub.Message("CBS", "C1", "M1", Hub.Noon, attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)]);
        var first = await hub.Intake.SubmitAsync(message, CancellationToken.None);
        var again = await hub.Intake.SubmitAsync(message, CancellationToken.None);

        Assert.Equal((Outcome.Applied, Outcome.Duplicate), (first.Outcome, again.Outcome));
        Assert.Equal(first.PartyNumber, again.PartyNumber);
        Assert.Equal(1, await hub.ScalarAsync("SELECT count(*) FROM ecif.change"));
        Assert.Equal(1, await hub.ScalarAsync("SELECT repeats FROM ecif.message WHERE id = 'M1'"));
    }

    [Fact, Trait("Case", "ECIF-02")]
    public async Task A_known_number_with_another_body_is_refused()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await hub.SayAsync("CBS", "C1", id: "M1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)]);
        var other = await hub.SayAsync("CBS", "C1", id: "M1", attributes: [Hub.Person("赵月"), Hub.Id(ZhaoYue)]);

        Assert.Equal((Outcome.Refused, Reason.BadField), (other.Outcome, other.Reason));
        Assert.Equal("赵玥", (await hub.PartyAsync("CBS", "C1")).Golden[PartyAttribute.Name].Value);
    }

    [Fact, Trait("Case", "ECIF-03")]
    public async Task A_refused_frame_is_found_in_the_log_and_its_repeat_is_answered_the_same()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        var frame = new RefusedFrame("CBS", "M7", [1], Reason.BadField, "字段9", "姓名为空", Hub.Noon, default);
        var nameless = new RefusedFrame("CBS", null, [2], Reason.BadLength, "", "长度不是数字", Hub.Noon, default);
        var first = await hub.Intake.SubmitAsync(frame, CancellationToken.None);
        var again = await hub.Intake.SubmitAsync(frame, CancellationToken.None);
        await hub.Intake.SubmitAsync(nameless, CancellationToken.None);

        Assert.Equal((Outcome.Refused, Reason.BadField, "字段9"), (first.Outcome, first.Reason, first.Field));
        Assert.Equal((Outcome.Duplicate, Reason.BadField, "字段9"), (again.Outcome, again.Reason, again.Field));
        Assert.Equal(2, await hub.ScalarAsync("SELECT count(*) FROM ecif.message WHERE outcome = 2"));
    }

    [Fact, Trait("Case", "ECIF-04")]
    public async Task Nothing_changed_gives_no_new_version_and_no_delivery()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)]);
        await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("赵　玥"), Hub.Id(ZhaoYue)]);
        await hub.QuietAsync();

        Assert.Equal(1, (await hub.PartyAsync("CBS", "C1")).Version);
        Assert.Empty(hub.Systems["CBS"].Received);
    }

    [Fact, Trait("Case", "ECIF-05")]
    public async Task An_older_message_fills_only_what_nothing_newer_spoke_of()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await hub.SayAsync("CBS", "C1", at: Hub.Noon, attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510002")]);
        var late = await hub.SayAsync("CBS", "C1", at: Hub.Noon.AddHours(-1), attributes: [Hub.Person("赵玥"), Hub.Mobile("13904510001"), Hub.Birth("1986-03-09")]);

        var golden = (await hub.PartyAsync("CBS", "C1")).Golden;
        Assert.Equal(Outcome.Applied, late.Outcome);
        Assert.Equal("13904510002", golden[PartyAttribute.Mobile].Value);
        Assert.Equal("1986-03-09", golden[PartyAttribute.Birth].Value);
    }

    [Fact, Trait("Case", "ECIF-06")]
    public async Task Two_valid_but_different_numbers_are_two_people()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001"), Hub.Address("黑龙江省哈尔滨市尚志市亚布力镇东升村3组12号")]);
        await hub.SayAsync("CBS", "C2", attributes: [Hub.Person("赵玥"), Hub.Id("230183198603094807"), Hub.Mobile("13904510001"), Hub.Address("黑龙江省哈尔滨市尚志市亚布力镇东升村3组12号")]);

        Assert.NotEqual((await hub.PartyAsync("CBS", "C1")).Id, (await hub.PartyAsync("CBS", "C2")).Id);
    }

    [Fact, Trait("Case", "ECIF-07")]
    public async Task A_bad_check_digit_lowers_trust_and_refuses_nobody()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        var verdict = await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("赵玥"), Hub.Id("230183198603094824")]);

        Assert.Equal(Outcome.Applied, verdict.Outcome);
        Assert.Equal(0, await hub.ScalarAsync("SELECT count(*) FROM ecif.identity"));
    }

    [Fact, Trait("Case", "ECIF-08")]
    public async Task A_later_message_that_bridges_two_parties_merges_them_and_the_old_number_redirects()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("韩浩"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001")]);
        await hub.SayAsync("EBANK", "E1", attributes: [Hub.Person("韩浩"), Hub.Id("E51254289", "03"), Hub.Mobile("13904510777")]);
        var before = await hub.PartyAsync("EBANK", "E1");
        await hub.SayAsync("EBANK", "E1", attributes: [Hub.Person("韩浩"), Hub.Id(ZhaoYue), Hub.Mobile("13904510777")]);
        await hub.QuietAsync();

        var party = await hub.PartyAsync("CBS", "C1");
        Assert.Equal(party.Id, (await hub.PartyAsync("EBANK", "E1")).Id);
        Assert.Equal(party.Id, await hub.ScalarAsync($"SELECT merged_into FROM ecif.party WHERE id = {before.Id}"));
        Assert.Equal("13904510777", hub.Systems["CBS"].Holds["C1"][PartyAttribute.Mobile]);
    }

    [Fact, Trait("Case", "ECIF-09")]
    public async Task A_poison_message_is_recorded_and_its_neighbours_are_applied()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);

        // An attribute that the schema of values does not foresee: a broken gateway, as intake would see it.
        var poison = hub.Message("CBS", "C9", "P1", Hub.Noon, attributes: [Hub.Person("赵玥")]) with { Key = null! };
        var submitted = Enumerable.Range(0, 40)
            .Select(i => hub.SayAsync("CBS", $"C{i + 10}", attributes: [Hub.Person("赵玥"), Hub.Mobile($"139045{i:D5}")]))
            .Append(hub.Intake.SubmitAsync(poison, CancellationToken.None).AsTask())
            .ToList();
        var verdicts = await Task.WhenAll(submitted);

        Assert.All(verdicts[..40], v => Assert.Equal(Outcome.Applied, v.Outcome));
        Assert.Equal((Outcome.Refused, Reason.Refused), (verdicts[40].Outcome, verdicts[40].Reason));
        Assert.Equal(1, await hub.ScalarAsync("SELECT count(*) FROM ecif.message WHERE id = 'P1' AND outcome = 2"));
    }

    [Fact, Trait("Case", "ECIF-10")]
    public async Task A_source_time_far_ahead_is_clamped_and_flagged()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString, new StandingClock(Hub.Noon));
        await hub.SayAsync("CBS", "C1", at: Hub.Noon.AddYears(1), attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)]);

        Assert.Equal(Hub.Noon.ToUnixTimeMilliseconds(), (await hub.PartyAsync("CBS", "C1")).Golden[PartyAttribute.Name].At);
        Assert.Contains("clamped", (await hub.TextsAsync("SELECT text FROM ecif.message"))[0], StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "ECIF-11")]
    public async Task Ten_connections_creating_one_identity_at_once_make_one_party()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString, distribute: false);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => hub.SayAsync(i % 2 == 0 ? "CBS" : "CLMS", $"K{i}", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)])));

        Assert.Equal(1, await hub.ScalarAsync("SELECT count(*) FROM ecif.party"));
        Assert.Equal(10, await hub.ScalarAsync("SELECT count(*) FROM ecif.source_record"));
    }

    [Fact, Trait("Case", "ECIF-12")]
    public async Task A_full_queue_says_try_again_later_and_forgets_it()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString, limits: new EcifLimits { QueuePerSystem = 1 }, distribute: false);
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            hub.SayAsync("CBS", $"C{i}", id: $"M{i}", attributes: [Hub.Person("赵玥"), Hub.Mobile($"139045{i:D5}")])));
        var busy = verdicts.Select((v, i) => (v, i)).Where(x => x.v.Outcome == Outcome.Busy).ToList();
        Assert.NotEmpty(busy);

        var again = await hub.SayAsync("CBS", $"C{busy[0].i}", id: $"M{busy[0].i}", attributes: [Hub.Person("赵玥"), Hub.Mobile($"139045{busy[0].i:D5}")]);
        Assert.Equal(Outcome.Applied, again.Outcome);
    }

    [Theory, Trait("Case", "ECIF-14")]
    [InlineData("吴𬭎", "吴𬭎")]
    [InlineData("余桂𬭎", "桂𬭎")]
    [InlineData("𬭎", "𬭎")]
    [InlineData("欧阳玥", "欧阳")]
    public async Task A_name_is_found_by_any_two_of_its_characters_also_outside_the_basic_plane(string name, string typed)
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        var verdict = await hub.SayAsync("CBS", "C1", attributes: [Hub.Person(name), Hub.Id(ZhaoYue)]);
        await hub.SayAsync("CBS", "C2", attributes: [Hub.Person("赵玥"), Hub.Id("230183198603094807")]);

        Assert.Equal(Outcome.Applied, verdict.Outcome);
        Assert.Equal([verdict.PartyNumber], (await GoldenRecords.FindParties.FindAsync(hub.Database, hub.Services.GetRequiredService<Rights.PartyGate>(), Hub.Caller(), typed, 10, CancellationToken.None)).Select(p => p.Number));
    }

    [Fact, Trait("Case", "ECIF-13")]
    public async Task A_branch_makes_a_relationship_with_its_legal_entity()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await hub.SayAsync("CBS", "C1", branch: "2301830102", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)]);
        await hub.SayAsync("EBANK", "E1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Address("黑龙江省哈尔滨市宾县长山乡", "230125")]);

        Assert.Equal(["2301830102 branch", "230125 region"], (await hub.TextsAsync("SELECT unit || ' ' || source FROM ecif.relationship")).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact, Trait("Case", "ECIF-13")]
    public async Task The_default_legal_entity_goes_when_something_says_where_a_customer_belongs()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await hub.SayAsync("EBANK", "E1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)]);
        Assert.Equal(["00 default"], await hub.TextsAsync("SELECT unit || ' ' || source FROM ecif.relationship"));
        await hub.SayAsync("CBS", "C1", branch: "2301830102", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)]);
        await hub.SayAsync("EBANK", "E2", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)]);
        Assert.Equal(["2301830102 branch"], await hub.TextsAsync("SELECT unit || ' ' || source FROM ecif.relationship"));
    }

    [Fact, Trait("Case", "ECIF-15")]
    public async Task A_customer_who_moves_to_another_branch_leaves_the_one_before_unless_another_account_is_there()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        var then = hub.Clock.GetUtcNow().AddHours(-1);
        async Task<IReadOnlyList<string>> UnitsAsync() => [.. (await hub.TextsAsync("SELECT unit FROM ecif.relationship")).Order(StringComparer.Ordinal)];

        await hub.SayAsync("CBS", "C1", branch: "2301830102", at: then, attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)]);
        await hub.SayAsync("CLMS", "L1", branch: "2301830102", at: then, attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)]);
        await hub.SayAsync("CBS", "C1", branch: "2301250101", at: then.AddMinutes(1), attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)]);
        Assert.Equal(["2301250101", "2301830102"], await UnitsAsync());

        await hub.SayAsync("CLMS", "L1", branch: "2301250101", at: then.AddMinutes(2), attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)]);
        Assert.Equal(["2301250101"], await UnitsAsync());

        await hub.SayAsync("CBS", "C1", branch: "2301830102", at: then.AddSeconds(30), attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001")]);
        Assert.Equal(["2301250101"], await UnitsAsync());
    }
}

public sealed class SqliteIntake() : IntakeCompliance(new Engine.Sqlite());

public sealed class PostgresIntake() : IntakeCompliance(new Engine.Postgres());
