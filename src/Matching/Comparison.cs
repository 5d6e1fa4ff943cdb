namespace Granary.Matching;

/// <summary>What is compared between two records. The order is that of <see cref="PairScore.Levels"/>.</summary>
public enum Comparison
{
    Name,
    Birth,
    Document,
    Phone,
    Address,
    Email,
    Card,
    Gender,
}

/// <summary>Outcomes of a comparison, best first. Level 0 is everywhere "one side says nothing" and weighs nothing.</summary>
internal static class Levels
{
    public const int Missing = 0;

    /// <summary>How the model's file calls a comparison.</summary>
    public static string NameOf(Comparison comparison) => $"{comparison}".ToLowerInvariant();

    /// <summary>Level names by comparison; the model gives m and u for each but the first.</summary>
    public static readonly string[][] Names =
    [
        ["missing", "same", "damaged", "soundAlike", "lookAlike", "truncated", "allSoundAlike", "reordered", "oneCharacter", "sameSurname", "different"],
        ["missing", "same", "swapped", "oneDigit", "sameYear", "different"],
        ["missing", "same", "sameUnproved", "near", "renewed", "bothUnproved", "different"],
        ["missing", "same", "near", "different"],
        ["missing", "sameHouse", "sameHouseAndPhone", "around", "sameVillage", "sameStreet", "sameCounty", "different"],
        ["missing", "same", "different"],
        ["missing", "same", "different"],
        ["missing", "same", "different"],
    ];
}

/// <summary>How two names compare, best first. For organisations: same core, shortened, and so on, on the same scale.</summary>
public enum NameLevel
{
    Missing,
    Same,

    /// <summary>The same but for lost characters.</summary>
    Damaged,

    /// <summary>One character differs and sounds alike: 陈海, 程海.</summary>
    SoundAlike,

    /// <summary>One character differs and looks alike: 淑, 椒. For organisations: one character differs or is lost.</summary>
    LookAlike,

    /// <summary>One character more or less: 杨婷, 杨婷珍. For organisations: a place before the name, or another legal form.</summary>
    Truncated,

    /// <summary>Typed by ear: several characters differ and all sound alike; or one is the other in Latin letters.</summary>
    AllSoundAlike,

    /// <summary>The same characters in another order.</summary>
    Reordered,

    /// <summary>One character differs and is nothing like the other, as with brothers: 张海波, 张海涛.</summary>
    OneCharacter,
    SameSurname,
    Different,
}
