using System.Reflection;
using System.Text;
using WaterNode.Station.Ports;

namespace WaterNode.Benchmarks;

/// <summary>What an object graph would take of the device's managed heap.</summary>
/// <remarks>The size model of nanoFramework's interpreter: an object is a header and 12 bytes for each field (a reference, an int and a long alike),
/// an array a header and its elements by their size, a string its UTF-8 bytes. Only what the station makes is followed: what stands behind a
/// port is the board's, or this PC's simulation.</remarks>
internal sealed class DeviceHeap
{
    private const int BlockBytes = 12, FieldBytes = 12, ObjectsMax = 1_000_000;

    private static readonly Assembly Station = typeof(StationPorts).Assembly;

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<object> _open = new();

    /// <returns>Bytes of everything reachable from the roots, and from the station's static fields.</returns>
    public static int BytesOf(params object?[] roots)
    {
        var heap = new DeviceHeap();
        foreach (var root in roots) heap.Meet(root);
        foreach (var type in Station.GetTypes().Where(type => !type.ContainsGenericParameters))
        {
            foreach (var field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.IsLiteral && !IsCompilers(field)) heap.Meet(field.GetValue(null));
            }
        }
        return heap.Count();
    }

    private int Count()
    {
        var bytes = 0;
        while (_open.TryPop(out var next)) bytes += Weigh(next);
        return bytes;
    }

    private void Meet(object? met)
    {
        if (met is null || !IsStations(met.GetType()) || !_seen.Add(met)) return;
        if (_seen.Count > ObjectsMax) throw new InvalidOperationException("The station's objects do not end.");
        _open.Push(met);
    }

    private int Weigh(object weighed)
    {
        if (weighed is string text) return BlockBytes + Encoding.UTF8.GetByteCount(text) + 1;
        if (weighed is Array array) return BlockBytes + WeighElements(array);
        var fields = FieldsOf(weighed.GetType()).ToArray();
        foreach (var field in fields) Follow(field, weighed);
        return BlockBytes + FieldBytes * fields.Length;
    }

    private int WeighElements(Array array)
    {
        var element = array.GetType().GetElementType()!;
        if (element.IsPrimitive) return Buffer.ByteLength(array);
        foreach (var item in array) Meet(item);
        return FieldBytes * array.Length;
    }

    private void Follow(FieldInfo field, object owner)
    {
        if (!field.FieldType.IsPrimitive && !field.FieldType.IsEnum) Meet(field.GetValue(owner));
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            foreach (var field in at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)) yield return field;
        }
    }

    private static bool IsStations(Type type) =>
        type == typeof(string) || (type.IsArray ? type.GetElementType()!.IsPrimitive || IsStations(type.GetElementType()!) : type.Assembly == Station);

    /// <summary>Initial values of arrays and the like: in flash on the device.</summary>
    private static bool IsCompilers(FieldInfo field) => field.DeclaringType!.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal);
}
