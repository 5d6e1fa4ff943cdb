namespace Granary.Sim.People;

/// <summary>A person or an organisation as it is in truth, whatever the bank's systems say.</summary>
internal sealed record Person
{
    public required string Id { get; init; }

    public bool IsOrganisation { get; init; }

    public required string Name { get; init; }

    /// <summary>M or F; "" for an organisation.</summary>
    public string Gender { get; init; } = "";

    public DateOnly Birth { get; init; }

    /// <summary>The county that the customer lives or has its seat in.</summary>
    public required string Region { get; init; }

    /// <summary>Resident ID number or USCC.</summary>
    public required string Document { get; init; }

    /// <summary>Passport or business licence.</summary>
    public required string OtherDocument { get; init; }

    public string Mobile { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    public required string Address { get; init; }

    public string Employer { get; init; } = "";

    public string CardNumber { get; init; } = "";

    public string? Spouse { get; init; }
}
