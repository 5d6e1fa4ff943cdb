using Granary.Ecif.Contracts;
using Granary.Wire;

namespace Granary.Gateway.Mapping;

/// <summary>The customer master's reasons, the wire's verdicts and the outcomes of a delivery: mapped here and nowhere else.</summary>
internal static class Verdicts
{
    /// <summary>A duplicate has the reason of the first verdict, so that a repeat gets the same reply.</summary>
    public static ReplyVerdict Reply(Verdict verdict) => verdict.Outcome == Outcome.Busy ? ReplyVerdict.TryAgain : verdict.Reason switch
    {
        Reason.None => ReplyVerdict.Done,
        Reason.BadLength => ReplyVerdict.BadLength,
        Reason.BadField => ReplyVerdict.BadField,
        Reason.UnknownService => ReplyVerdict.UnknownService,
        Reason.NotFound => ReplyVerdict.NotFound,
        Reason.TryAgain => ReplyVerdict.TryAgain,
        _ => ReplyVerdict.Refused,
    };

    public static Reason Of(FaultKind fault) => fault switch
    {
        FaultKind.BadFrame or FaultKind.BadLength => Reason.BadLength,
        FaultKind.UnknownService => Reason.UnknownService,
        _ => Reason.BadField,
    };

    /// <summary>A system's "repeated" says that it has the state: done.</summary>
    public static DeliveryOutcome Delivery(ReplyVerdict verdict) => verdict switch
    {
        ReplyVerdict.Done or ReplyVerdict.Repeated => DeliveryOutcome.Done,
        ReplyVerdict.NotFound => DeliveryOutcome.NotFound,
        ReplyVerdict.TryAgain => DeliveryOutcome.TryAgain,
        _ => DeliveryOutcome.Refused,
    };
}
