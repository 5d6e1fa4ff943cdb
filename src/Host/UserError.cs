namespace Granary.Host;

/// <summary>Something that the person at the terminal can put right: shown as one line, without a stack.</summary>
internal sealed class UserError(string message) : Exception(message);
