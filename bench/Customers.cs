using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Granary.Chinese;

namespace Granary.Bench;

/// <summary>Made-up customers as frames of an online system: every one a new person with a valid number, as an initial load would bring.</summary>
internal static class Customers
{
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private const string Given = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉力建国华玉梅";
    private static readonly string[] Villages = ["东升村", "民安村", "双发村", "福利村", "新立村", "永胜村", "庆丰村", "太和村"];

    public static byte[] Frame(int i, Random random)
    {
        var birth = new DateOnly(1950, 1, 1).AddDays(random.Next(20_000));
        var body = string.Create(CultureInfo.InvariantCulture, $"230183{birth:yyyyMMdd}{random.Next(1000):D3}");
        var number = body + ResidentIdNumber.CheckCharacter(body);
        var name = $"{Surnames[random.Next(Surnames.Length)]}{Given[random.Next(Given.Length)]}{Given[random.Next(Given.Length)]}";
        var json = string.Create(CultureInfo.InvariantCulture,
            $$$"""{"id":"B{{{i:D10}}}","type":"customer.changed","at":"2026-06-01T09:00:00.000+08:00","data":{"userId":"E{{{i:D9}}}","kind":"person","realName":"{{{name}}}","cert":{"type":"id","number":"{{{number}}}"},"mobile":"139{{{random.Next(100_000_000):D8}}}","email":null,"gender":"F","birthDate":"{{{birth:yyyy-MM-dd}}}","address":{"text":"黑龙江省哈尔滨市尚志市亚布力镇{{{Villages[random.Next(8)]}}}{{{random.Next(1, 9)}}}组{{{random.Next(1, 200)}}}号","regionCode":"230183"},"status":"active"}}""");
        var bytes = Encoding.UTF8.GetBytes(json);
        var frame = new byte[bytes.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(frame, bytes.Length);
        bytes.CopyTo(frame, 4);
        return frame;
    }
}
