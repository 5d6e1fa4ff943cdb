using Granary.Wire;

namespace Granary.Gateway;

/// <summary>All systems of the bank, in the order of their codes.</summary>
internal sealed class BankSystems
{
    public BankSystems(IReadOnlyList<Interface> formats, IReadOnlyDictionary<string, EndpointEntry> endpoints, GatewayOptions options, TimeProvider time)
    {
        var strangers = endpoints.Keys.Except(formats.Select(format => format.System), StringComparer.Ordinal).ToList();
        if (strangers.Count > 0)
        {
            throw new GatewayOptionsException($"{options.Endpoints}: no interface file is for {string.Join(", ", strangers)}");
        }

        All = [.. formats
            .OrderBy(format => format.System, StringComparer.Ordinal)
            .Select(format => new BankSystem(format, endpoints.GetValueOrDefault(format.System), options, time))];
    }

    public IReadOnlyList<BankSystem> All { get; }

    public IEnumerable<BankSystem> Online => All.Where(system => system.Listen is not null);
}
