using Granary.Sim.Formats;
using Granary.Sim.Store;

namespace Granary.Sim.People;

/// <summary>What happens to a customer whom a system has: the person changes in truth, and the system's own fields with it.</summary>
internal sealed class Happenings(Random random, Population population)
{
    /// <returns>The person and the name of what changed. The customer's fields are changed in place.</returns>
    public (Person Person, string What) Change(Person person, Customer customer)
    {
        var drawn = random.NextDouble();
        if (drawn < 0.6)
        {
            var mobile = population.Mobile();
            customer.Fields[Fields.Mobile] = mobile;
            return (person with { Mobile = mobile }, Fields.Mobile);
        }

        if (drawn < 0.8)
        {
            var address = random.NextDouble() < 0.5
                ? person.Address + population.Pick<string>(["东侧", "附近"])
                : population.Address(Region.Of(person.Region), person.IsOrganisation);
            customer.Fields[Fields.Address] = address;
            return (person with { Address = address }, Fields.Address);
        }

        if (drawn < 0.88 && customer.Fields.ContainsKey(Fields.Email))
        {
            var email = population.Email();
            customer.Fields[Fields.Email] = email;
            return (person with { Email = email }, Fields.Email);
        }

        if (drawn < 0.94 && customer.Fields.Text(Fields.Name) != person.Name)
        {
            // A clerk's error is put right.
            customer.Fields[Fields.Name] = person.Name;
            return (person, Fields.Name);
        }

        if (!person.IsOrganisation && customer.Fields.ContainsKey(Fields.Employer))
        {
            var employer = population.CompanyName();
            customer.Fields[Fields.Employer] = employer;
            return (person with { Employer = employer }, Fields.Employer);
        }

        var other = population.Mobile();
        customer.Fields[Fields.Mobile] = other;
        return (person with { Mobile = other }, Fields.Mobile);
    }
}
