using Granary.Ecif.Contracts;
using Granary.Wire;

namespace Granary.Gateway.Mapping;

/// <summary>What a system takes of a golden record, as its interface file says.</summary>
internal sealed class Subscription(Interface format) : ISubscription
{
    public string System => format.System;

    public IReadOnlySet<string> Attributes => format.Attributes;

    public string Version => format.Version;

    public Projection Fit(PartyKind kind, string key, IReadOnlyDictionary<string, string> attributes)
    {
        var fitted = format.Fit(CustomerText.Write(attributes));
        if (fitted.Fault is { } fault)
        {
            return new Projection(new Dictionary<string, string>(), fitted.Cut, fault);
        }

        return CustomerText.TryRead(fitted.View, out var texts, out var attribute)
            ? new Projection(texts, fitted.Cut, null)
            : new Projection(texts, fitted.Cut, $"{attribute}: control character");
    }
}
