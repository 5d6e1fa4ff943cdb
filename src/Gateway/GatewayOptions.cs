namespace Granary.Gateway;

/// <summary>What the gateway has to be told. Checked when it is added, so that a wrong file stops the start with its name and line.</summary>
public sealed class GatewayOptions
{
    /// <summary>Folder of the interface files, one per system.</summary>
    public required string Interfaces { get; init; }

    /// <summary>Folder of the interface files of what systems report beside their customers; they are read where the folder is there.</summary>
    public string Extracts => Path.Combine(Interfaces, "holdings");

    /// <summary>The endpoints file, or null for what the interface files declare.</summary>
    public string? Endpoints { get; init; }

    /// <summary>Folder under which a file system's declared directory lies where the endpoints file names none.</summary>
    public required string Data { get; init; }

    public GatewayLimits Limits { get; init; } = new();

    internal void Check()
    {
        var faults = Limits.Faults().ToList();
        if (!Directory.Exists(Interfaces))
        {
            faults.Add($"the interfaces folder {Interfaces} does not exist");
        }

        if (Endpoints is not null && !File.Exists(Endpoints))
        {
            faults.Add($"the endpoints file {Endpoints} does not exist");
        }

        if (faults.Count > 0)
        {
            throw new GatewayOptionsException(string.Join("; ", faults));
        }
    }
}

/// <summary>The gateway cannot start as configured; the message says what to change.</summary>
public sealed class GatewayOptionsException : Exception
{
    public GatewayOptionsException(string message)
        : base(message)
    {
    }

    public GatewayOptionsException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
