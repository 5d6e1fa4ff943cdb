namespace Granary.Wire;

/// <summary>One customer's state on its way to the system, before it is in the system's terms.</summary>
/// <param name="MessageId">The hub's own number; interfaces that number in their own way make theirs of <paramref name="CreatedAt"/> and <paramref name="Ordinal"/>.</param>
/// <param name="CreatedAt">When the number was given: every repeat encodes to the same bytes.</param>
public sealed record Outgoing(string Key, bool Person, CustomerView View, string MessageId, long Ordinal, DateTimeOffset CreatedAt);

/// <summary>What a reply is to say.</summary>
/// <param name="Party">The customer's number at the hub, or "".</param>
/// <param name="Field">The field at fault in the caller's own terms, or "".</param>
/// <param name="Text">What is wrong, or "".</param>
/// <param name="At">When the reply is given.</param>
/// <param name="Customer">For an inquiry that found one: fields made by <see cref="Interface.WriteCustomer"/> plus key and kind; null otherwise.</param>
public sealed record ReplyContent(ReplyVerdict Verdict, string Party, string Field, string Text, DateTimeOffset At, Fields? Customer = null);
