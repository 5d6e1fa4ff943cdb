using Granary.Access.Contracts;
using Granary.Access.Organisation;
using Granary.Access.Rights;

namespace Granary.Access.Tests;

/// <summary>The tree on a day, and what posts make of it: pure functions.</summary>
public sealed class OrganisationTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    private static readonly UnitVersion[] Units =
    [
        Unit("00", UnitKind.Province, ""), Unit("230125", UnitKind.Entity, "00"), Unit("230183", UnitKind.Entity, "00"),
        Unit("23012501", UnitKind.Branch, "230125"), Unit("23012502", UnitKind.Branch, "230125"), Unit("2301250101", UnitKind.Outlet, "23012501"), Unit("2301250102", UnitKind.Outlet, "23012501"),
        Unit("23018301", UnitKind.Branch, "230183"), Unit("2301830101", UnitKind.Outlet, "23018301"),
    ];

    private static readonly Dictionary<string, Role> Roles = Role.Defaults.ToDictionary(r => r.Id);

    private static UnitVersion Unit(string code, UnitKind kind, string parent, UnitState state = UnitState.Open, string into = "", int month = 1) =>
        new(code, new DateOnly(2026, month, 1), code, kind, parent, state, into);

    private static Sight SightOf(string person, IReadOnlyList<Post> posts, OrganisationTree tree, IReadOnlyList<Cover>? covers = null, IReadOnlyList<TendedPlace>? places = null) =>
        WorkingOutRights.Of(person, posts, covers ?? [], Roles, tree, places ?? [], id => id).Sights.GetValueOrDefault(Permission.CustomersRead, Sight.Nothing);

    private static Post Post(string person, string role, string unit, DateOnly? from = null, DateOnly? to = null) => new(1, person, role, unit, from ?? new DateOnly(2026, 1, 1), to);

    [Fact, Trait("Case", "ACC-01")]
    public void A_head_sees_the_post_s_unit_and_what_is_below_and_nothing_beside_it()
    {
        var sight = SightOf("p", [Post("p", "outlet-head", "23012501")], OrganisationTree.On(Day, Units));
        Assert.Equal(["23012501", "2301250101", "2301250102"], sight.Units);
        Assert.True(sight.Sees("230125", "2301250101"));
        Assert.False(sight.Sees("230125", "2301250201"));
        Assert.False(sight.Sees("230183", "2301830101"));
    }

    [Fact, Trait("Case", "ACC-01")]
    public void A_whole_legal_entity_is_one_code_also_for_outlets_that_nobody_entered()
    {
        var sight = SightOf("p", [Post("p", "marketing", "2301250101")], OrganisationTree.On(Day, Units));
        Assert.Equal(["230125"], sight.Entities);
        Assert.Empty(sight.Units);
    }

    [Fact, Trait("Case", "ACC-01")]
    public void The_reach_of_a_legal_entity_is_from_the_province_all_that_is_below_it() =>
        Assert.True(SightOf("p", [Post("p", "marketing", "00")], OrganisationTree.On(Day, Units)).All);

    [Fact, Trait("Case", "ACC-02")]
    public void An_outlet_that_moves_takes_its_customers_out_of_the_old_sight_and_into_the_new_one_on_its_day()
    {
        UnitVersion[] moved = [.. Units, Unit("23012501", UnitKind.Branch, "230183", month: 6)];
        Post[] posts = [Post("old", "marketing", "230125"), Post("new", "marketing", "230183")];
        var (before, after) = (OrganisationTree.On(Day.AddDays(-1), moved), OrganisationTree.On(Day, moved));
        Assert.True(SightOf("old", posts, before).Sees("230125", "2301250101"));
        Assert.False(SightOf("new", posts, before).Sees("230125", "2301250101"));
        Assert.False(SightOf("old", posts, after).Sees("230125", "2301250101"));
        Assert.True(SightOf("new", posts, after).Sees("230125", "2301250101"));
        Assert.True(SightOf("old", posts, after).Sees("230125", "23012502"));
    }

    [Fact, Trait("Case", "ACC-02")]
    public void A_unit_that_merged_is_seen_by_those_who_took_it_over()
    {
        UnitVersion[] merged = [.. Units, Unit("2301830101", UnitKind.Outlet, "23018301", UnitState.Merged, into: "2301250102", month: 5)];
        var sight = SightOf("p", [Post("p", "outlet-head", "2301250102")], OrganisationTree.On(Day, merged));
        Assert.True(sight.Sees("230183", "2301830101"));
    }

    [Fact, Trait("Case", "ACC-03")]
    public void A_post_counts_from_its_first_day_to_its_last()
    {
        Post[] posts = [Post("p", "outlet-head", "2301250101", Day, Day.AddDays(1))];
        bool Sees(int days) => !SightOf("p", posts, OrganisationTree.On(Day.AddDays(days), Units)).IsNothing;
        Assert.Equal([false, true, true, false], [Sees(-1), Sees(0), Sees(1), Sees(2)]);
    }

    [Fact, Trait("Case", "ACC-04")]
    public void A_deputy_sees_what_the_absent_one_sees_while_it_lasts_and_passes_nothing_on()
    {
        Post[] posts = [Post("away", "customer-manager", "2301250101")];
        Cover[] covers = [new(1, "away", "deputy", Day, Day.AddDays(3), "leave"), new(2, "deputy", "third", Day, Day.AddDays(3), "")];
        var tree = OrganisationTree.On(Day, Units);
        Assert.Equal(["away"], SightOf("deputy", posts, tree, covers).Managers);
        Assert.True(SightOf("third", posts, tree, covers).IsNothing);
        Assert.True(SightOf("deputy", posts, OrganisationTree.On(Day.AddDays(4), Units), covers).IsNothing);
    }

    [Fact, Trait("Case", "ACC-05")]
    public void A_manager_sees_own_customers_and_those_of_the_villages_looked_after()
    {
        var sight = SightOf("p", [Post("p", "customer-manager", "2301250101")], OrganisationTree.On(Day, Units), places: [new("230125101201", "p"), new("230125101202", "q")]);
        Assert.True(sight.Sees(null, null, "p"));
        Assert.True(sight.Sees(null, null, null, "230125101201"));
        Assert.False(sight.Sees("230125", "2301250101", "q", "230125101202"));
    }

    [Fact, Trait("Case", "ACC-06")]
    public void Sight_as_SQL_and_sight_of_a_row_have_the_same_parts()
    {
        var sight = new Sight { Entities = ["230125"], Managers = ["p"] };
        Assert.Equal("(c.entity IN (@sight0) OR c.manager IN (@sight1))", sight.In(new SightColumns("c.entity", "c.unit", "c.manager")).Sql);
        Assert.Equal(SqlCondition.False, new Sight { Managers = ["p"] }.In(new SightColumns("c.entity", "c.unit")));
        Assert.Equal(SqlCondition.True, Sight.Everything.In(new SightColumns(null, null)));
    }
}
