using Granary.Sim.Formats;
using Granary.Sim.People;
using Granary.Sim.Running;
using Granary.Sim.Store;
using Granary.Sim.Systems;

namespace Granary.Sim.Recording;

/// <summary>
/// A day of the bank without a hub: customers are opened at one to six systems (some twice at one), then some of them change or leave, one
/// event every 137 ms from half past eight. In memory, and the same bytes for the same seed.
/// </summary>
internal static class DayScript
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(137);

    /// <summary>The rest of the day's messages are changes.</summary>
    private const double Openings = 0.8;

    /// <summary>How likely a customer is at each system, by the recorded traffic's numbers of customers.</summary>
    private static readonly (string System, double Share)[] Shares =
        [("CBS", 0.85), ("EBANK", 0.45), ("CARD", 0.42), ("CLMS", 0.35), ("IBP", 0.26), ("WMS", 0.15)];

    /// <param name="dirt">Clerks' errors, as a multiple of the recorded traffic's.</param>
    public static void Write(string folder, int messages, int seed, DateOnly day, double dirt = 1)
    {
        var random = new Random(seed);
        var population = new Population(random);
        var clerk = new Clerk(random, population, dirt);
        var happenings = new Happenings(random, population);
        using var world = new World(null);
        var books = SystemFormats.All.ToDictionary(format => format.System, format => new Book(format, null));
        using var recording = new RecordingWriter(folder, world.Truth);
        var at = new DateTimeOffset(day, new TimeOnly(8, 30), BeijingTime.Offset);

        void Send(string system, Customer customer, string operation)
        {
            var format = SystemFormats.Of(system);
            var outgoing = books[system].Change(BankSystem.Compose(format, customer, operation, at), at);
            books[system].Answered(outgoing.Id);
            recording.Add(format, outgoing.Frame, at);
            at += Step;
        }

        var openings = Plan(random, population, clerk, world, (int)(messages * Openings));
        foreach (var (system, key, id) in openings)
        {
            var person = world.Find(id)!;
            // A CustId of a spouse may come later in the day, or never.
            var spouse = system == "CLMS" && person.Spouse is not null && population.Chance(0.6) ? world.KeyAt(system, person.Spouse) ?? clerk.NewKey(system) : null;
            Send(system, clerk.Enter(person, SystemFormats.Of(system), key, spouse), "A");
        }

        for (var sent = openings.Count; sent < messages && openings.Count > 0; sent++)
        {
            var (system, key, id) = population.Pick(openings);
            if (books[system].Find(key) is not { Closed: false } customer)
            {
                sent--;
                continue;
            }

            if (population.Chance(0.01))
            {
                Send(system, customer, "C");
                continue;
            }

            var (changed, _) = happenings.Change(world.Find(id)!, customer);
            world.Put(changed);
            Send(system, customer, "U");
        }

        recording.CloseDay(day);
        foreach (var book in books.Values)
        {
            book.Dispose();
        }
    }

    /// <summary>Who is opened where, in the order of the day.</summary>
    private static List<(string System, string Key, string Customer)> Plan(Random random, Population population, Clerk clerk, World world, int count)
    {
        var openings = new List<(string System, string Key, string Customer)>();
        while (openings.Count < count)
        {
            IReadOnlyList<Person> people = population.Chance(0.1) ? [population.Organisation(world.NextOrganisation())] : population.Family(world.NextPerson);
            foreach (var person in people)
            {
                var places = Shares.Where(share => population.Chance(share.Share)).Select(share => share.System).ToList();
                if (places.Count == 0)
                {
                    places.Add("CBS");
                }

                if (population.Chance(0.05))
                {
                    places.Add(places[random.Next(places.Count)]); // opened twice at one system
                }

                openings.AddRange(places.Select(system => (system, clerk.NewKey(system), person.Id)));
                world.Put(person);
            }
        }

        openings.RemoveRange(count, openings.Count - count);
        var order = openings.ToArray();
        random.Shuffle(order);
        foreach (var (system, key, customer) in order)
        {
            world.Link(system, key, customer);
        }

        return [.. order];
    }
}
