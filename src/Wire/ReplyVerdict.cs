namespace Granary.Wire;

/// <summary>What a reply says, in the terms that every interface maps to its own codes.</summary>
public enum ReplyVerdict
{
    Done,
    BadLength,
    BadField,
    UnknownService,
    Refused,
    NotFound,

    /// <summary>Never a verdict: the same number is sent again later.</summary>
    TryAgain,

    /// <summary>The system took this message before: done. Where an interface has no code for it, the code of <see cref="Done"/>.</summary>
    Repeated,
}
