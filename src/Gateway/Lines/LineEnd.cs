namespace Granary.Gateway.Lines;

/// <summary>Why a connection ended.</summary>
internal enum LineEnd
{
    /// <summary>The peer closed between two frames.</summary>
    Closed,

    /// <summary>The peer closed, or the connection broke, inside a frame.</summary>
    Torn,

    /// <summary>A length that is no number or over the bound.</summary>
    BadFrame,

    /// <summary>Nothing heard for the declared time.</summary>
    Silent,

    /// <summary>A frame was begun and not finished in time.</summary>
    Trickle,

    /// <summary>The peer did not take what was written for it in time.</summary>
    SlowReader,

    /// <summary>Heartbeats stayed unanswered.</summary>
    Unanswered,

    /// <summary>The gateway closed it: after a frame that cannot be answered, at shutdown, or for a newer connection.</summary>
    Hub,
}
