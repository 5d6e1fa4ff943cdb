using System.Globalization;
using Granary.Chinese;
using Granary.Matching;

namespace Granary.Tests.Bulk;

/// <summary>
/// Families of a few surnames in a few villages: house and phone shared, twins, two keys in one system, mistyped and swapped numbers,
/// names by ear, shortened and lost. Denser in likeness than any bank. No such person lives.
/// </summary>
internal static class MadeUp
{
    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "程", "杨", "赵"];
    private static readonly string[] Given = ["海波", "海涛", "淑芬", "椒芬", "建国", "健国", "婷", "婷珍", "伟", "志强", "玉兰", "金凤"];

    private sealed record Person(string Name, DateOnly Birth, string Number, string Phone, string House, Gender Gender);

    /// <summary>About so many records, in any order.</summary>
    public static List<RecordFacts> Records(Random random, int about)
    {
        var records = new List<RecordFacts>();
        while (records.Count < about)
        {
            foreach (var person in Family(random))
            {
                for (var i = random.Next(1, 5); i > 0; i--)
                {
                    records.Add(Typed(random, person, $"{"ABCD"[random.Next(4)]}/{records.Count:000000}"));
                }
            }
        }

        var order = records.ToArray();
        random.Shuffle(order);
        return [.. order];
    }

    private static List<Person> Family(Random random)
    {
        var house = $"黑龙江省哈尔滨市尚志市亚布力镇东升村{random.Next(1, 9)}组{random.Next(1, 60)}号";
        var phone = Phone(random);
        var father = One(random, random.GetItems(Surnames, 1)[0], new DateOnly(1955, 1, 1).AddDays(random.Next(7000)), phone, house);
        List<Person> family = [father, One(random, random.GetItems(Surnames, 1)[0], father.Birth.AddDays(random.Next(-900, 900)), random.Next(3) == 0 ? phone : Phone(random), house)];
        var born = father.Birth.AddDays(random.Next(8000, 11000));
        for (var children = random.Next(3); children > 0; children--)
        {
            family.Add(One(random, father.Name[..1], random.Next(3) == 0 ? born : born.AddDays(random.Next(400, 2000)), random.Next(2) == 0 ? phone : Phone(random), house));
        }

        return family;
    }

    private static Person One(Random random, string surname, DateOnly birth, string phone, string house)
    {
        var gender = random.Next(2) == 0 ? Gender.Male : Gender.Female;
        return new(surname + random.GetItems(Given, 1)[0], birth, Number(birth, (random.Next(400) * 2) + (gender == Gender.Male ? 1 : 0)), phone, house, gender);
    }

    private static RecordFacts Typed(Random random, Person person, string id) => new()
    {
        Id = id,
        Kind = RecordKind.Person,
        Name = random.Next(30) switch { 0 => person.Name[..2], 1 => person.Name.Replace('国', '□'), 2 => person.Name.Replace("海波", "海涛"), _ => person.Name },
        Documents = random.Next(12) switch
        {
            0 => [],
            1 => [("03", $"E{person.Number[9..17]}")],
            2 => [("01", Swapped(person.Number, random.Next(6, 16)))],
            _ => [("01", person.Number)],
        },
        Birth = random.Next(25) == 0 ? null : person.Birth,
        Gender = random.Next(20) == 0 ? Gender.Unknown : person.Gender,
        Phones = random.Next(10) switch { 0 => [], 1 => [Phone(random)], _ => [person.Phone] },
        Addresses = random.Next(6) == 0 ? [] : [person.House],
    };

    private static string Swapped(string number, int at) => string.Concat(number.AsSpan(0, at), [number[at + 1], number[at]], number.AsSpan(at + 2));

    private static string Phone(Random random) => "139" + random.Next(100_000_000).ToString("00000000", CultureInfo.InvariantCulture);

    /// <summary>With its check character (GB 11643, ISO 7064 MOD 11-2).</summary>
    private static string Number(DateOnly birth, int sequence)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"230183{birth:yyyyMMdd}{sequence:000}");
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (body[i] - '0') * ((1 << (17 - i)) % 11);
        }

        return body + "10X98765432"[sum % 11];
    }
}
