using Granary.Ecif.Contracts;
using Granary.Ecif.SourceRecords;

namespace Granary.Ecif.Tests;

/// <summary>Said, told and holds, attribute by attribute. Times are in milliseconds; a minute is more than any clock is off.</summary>
public sealed class HearingTests
{
    private const long Minute = 60_000;
    private const long Later = 60 * Minute;
    private const string Old = "13904510001";
    private const string New = "13904510002";

    [Fact, Trait("Case", "ECIF-50")]
    public void A_repeated_value_keeps_its_time()
    {
        var record = Record(new Statement { Said = Old, SaidAt = 1, SeenAt = 1, Holds = Old });
        Assert.False(Hear(record, "+86 139 0451 0001", 5 * Minute));
        Assert.Equal(1, Mobile(record).SaidAt);
    }

    [Fact, Trait("Case", "ECIF-50")]
    public void A_late_message_cannot_undo_a_value_that_was_repeated_since()
    {
        var record = Record(new Statement { Said = Old, SaidAt = 10, SeenAt = 20, Holds = Old });
        Assert.False(Hear(record, New, 15));
        Assert.Equal(Old, Mobile(record).Said);
    }

    [Fact, Trait("Case", "ECIF-51")]
    public void An_echo_is_no_evidence_and_settles_what_is_held()
    {
        var record = Record(new Statement { Said = Old, SaidAt = 1, SeenAt = 1, Told = New, ToldAt = Minute, Holds = Statement.Unknown });
        Assert.False(Hear(record, "１３９０４５１０００２", 2 * Minute));
        Assert.Equal((Old, New), (Mobile(record).Said, Mobile(record).Holds));
    }

    [Fact, Trait("Case", "ECIF-51")]
    public void The_same_value_said_before_it_was_told_is_evidence()
    {
        var record = Record(new Statement { Said = Old, SaidAt = 1, SeenAt = 1, Told = New, ToldAt = 10 * Minute, Holds = New });
        Assert.True(Hear(record, New, 5 * Minute));
        Assert.Equal((New, 5 * Minute, New), (Mobile(record).Said, Mobile(record).SaidAt, Mobile(record).Holds));
    }

    [Fact, Trait("Case", "ECIF-52")]
    public void Going_back_to_its_own_old_value_after_it_was_told_another_is_news()
    {
        var record = Record(new Statement { Said = Old, SaidAt = 1, SeenAt = 1, Told = New, ToldAt = Minute, Holds = New });
        Assert.True(Hear(record, Old, 10 * Minute));
        Assert.Equal((10 * Minute, Old), (Mobile(record).SaidAt, Mobile(record).Holds));
    }

    [Fact, Trait("Case", "ECIF-52")]
    public void Its_old_value_from_before_it_was_told_is_no_news_but_puts_in_doubt_what_it_holds()
    {
        var record = Record(new Statement { Said = Old, SaidAt = 1, SeenAt = 1, Told = New, ToldAt = 10 * Minute, Holds = New });
        Assert.False(Hear(record, Old, 5 * Minute));
        Assert.Equal((1L, Statement.Unknown), (Mobile(record).SaidAt, Mobile(record).Holds));
    }

    [Fact, Trait("Case", "ECIF-52")]
    public void Another_value_that_reaches_us_just_after_we_told_ours_puts_in_doubt_what_it_holds_whatever_its_clock_says()
    {
        var record = Record(new Statement { Said = Old, SaidAt = 1, SeenAt = 1, Told = New, ToldAt = Minute, Holds = New });
        Hearing.Apply(record, new Dictionary<string, string> { [PartyAttribute.Mobile] = "13904510003" }, 4 * Minute, Minute + 2_000, null);
        Assert.Equal(("13904510003", Statement.Unknown), (Mobile(record).Said, Mobile(record).Holds));
    }

    [Fact, Trait("Case", "ECIF-53")]
    public void A_field_left_empty_takes_nothing_back_but_is_told_again_once()
    {
        var record = Record(new Statement { Said = Old, SaidAt = 1, SeenAt = 1, Holds = Old });
        Hearing.Apply(record, new Dictionary<string, string>(), Minute, Later, null);
        Assert.Equal((Old, Statement.Unknown), (Mobile(record).Said, Mobile(record).Holds));

        record.Attributes[PartyAttribute.Mobile] = Mobile(record) with { Told = Old, ToldAt = 2 * Minute, Holds = Old };
        Hearing.Apply(record, new Dictionary<string, string>(), 10 * Minute, Later, null);
        Assert.Equal(Old, Mobile(record).Holds);
    }

    [Fact, Trait("Case", "ECIF-54")]
    public void A_withdrawn_value_is_the_systems_own_and_no_one_elses()
    {
        var record = Record(new Statement { Said = Old, SaidAt = 1, SeenAt = 1, Holds = Old });
        Assert.True(Hear(record, "", Minute));
        Assert.Equal(("", ""), (Mobile(record).Said, Mobile(record).Holds));
    }

    [Fact, Trait("Case", "ECIF-55")]
    public void What_is_stored_is_what_is_read()
    {
        var record = Record(new Statement { Said = "赵玥\u001F\u001E\"", SaidAt = 5, SeenAt = 6, Told = Old, ToldAt = 7, Holds = Statement.Unknown, Earlier = New });
        record.Attributes["birth"] = new Statement { Holds = "", SeenAt = 3 };
        record.Attributes["email"] = new Statement { Said = "", SaidAt = 1, SeenAt = 2, Holds = "" };
        Assert.Equal(record.Attributes, StatementJson.Read(StatementJson.Write(record.Attributes)));
    }

    private static Statement Mobile(SourceRecord record) => record.Attributes[PartyAttribute.Mobile];

    private static bool Hear(SourceRecord record, string mobile, long at) =>
        Hearing.Apply(record, new Dictionary<string, string> { [PartyAttribute.Mobile] = mobile }, at, Later, null);

    private static SourceRecord Record(Statement mobile) => new()
    {
        Id = 1, System = "S", Key = "K", Kind = PartyKind.Person, OpenedAt = 0, Attributes = { [PartyAttribute.Mobile] = mobile },
    };
}
