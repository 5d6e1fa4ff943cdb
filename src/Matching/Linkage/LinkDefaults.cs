namespace Granary.Matching.Linkage;

/// <summary>Numbers that were set by hand and decide what comes out. None is fitted to a set of data: on each labelled set they do as well as what the other sets would choose.</summary>
internal sealed record LinkDefaults
{
    /// <summary>From this similarity (Jaro and Winkler) on two words are all but the same: Winkler's own for the census; and from which on they are alike, where strangers begin to be.</summary>
    public double NameNear { get; init; } = 0.92;

    /// <summary>See <see cref="NameNear"/>.</summary>
    public double NameAlike { get; init; } = 0.8;

    /// <summary>So for addresses of mail, which share their ends.</summary>
    public double MailAlike { get; init; } = 0.88;

    /// <summary>Shares of what two texts say (tf-idf) from which on it is nearly all, most, half, some; even steps, since what each is worth is learnt.</summary>
    public IReadOnlyList<double> Text { get; init; } = [0.85, 0.65, 0.45, 0.25];

    /// <summary>
    /// A column that fewer rows fill counts only where agreeing on it is rarer than <see cref="Telling"/>: what few say often comes from one source, and what that
    /// source says alike is no evidence.
    /// </summary>
    public double WellFilled { get; init; } = 0.5;

    /// <summary>See <see cref="WellFilled"/>.</summary>
    public double Telling { get; init; } = 1e-3;

    /// <summary>Pairs a row that all rules together may cost in a table of few rows: what is scored in a second or two.</summary>
    public double PairsPerRowOfFew { get; init; } = 150;
}
