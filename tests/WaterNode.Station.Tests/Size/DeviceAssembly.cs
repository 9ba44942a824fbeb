using System.Reflection;
using System.Reflection.Emit;

namespace WaterNode.Station.Tests.Size;

/// <summary>What a part of the station's code is on the device: nanoFramework keeps the instructions and shortens what they refer to.</summary>
internal static class DeviceAssembly
{
    /// <summary>A method is found by 16 bits in an assembly: the metadata processor refuses more.</summary>
    public const int ByteCodeBytesMax = ushort.MaxValue;

    private const int TokenBytes = 4, DeviceTokenBytes = 2, ByteBytes = 1, LongBytes = 8;

    /// <summary>A handler of exceptions is 12 bytes in the form that the device reads, and their number is one.</summary>
    private const int HandlerBytes = 12;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <returns>Bytes of byte code of all methods of these types, within a few hundred.</returns>
    public static int ByteCodeBytes(IEnumerable<Type> types)
    {
        const BindingFlags own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        return types
            .SelectMany(type => type.GetMethods(own).Concat<MethodBase>(type.GetConstructors(own)))
            .Sum(method => method.GetMethodBody() is { } body ? BytesOf(body) : 0);
    }

    private static int BytesOf(MethodBody body)
    {
        var il = body.GetILAsByteArray()!;
        var bytes = body.ExceptionHandlingClauses.Count > 0 ? ByteBytes + body.ExceptionHandlingClauses.Count * HandlerBytes : 0;
        for (var at = 0; at < il.Length;)
        {
            var isLong = il[at] == 0xFE;
            var code = OpCodesByValue[isLong ? (short)(0xFE00 | il[at + 1]) : il[at]];
            at += code.Size;
            var targets = code.OperandType == OperandType.InlineSwitch ? BitConverter.ToInt32(il, at) : 0;
            at += targets * TokenBytes + OperandBytes(code.OperandType, TokenBytes, TokenBytes);
            bytes += code.Size + targets * DeviceTokenBytes + OperandBytes(code.OperandType, DeviceTokenBytes, ByteBytes);
        }
        return bytes;
    }

    /// <param name="tokenBytes">Of a reference or of a far branch.</param>
    /// <param name="countBytes">Of the number of a switch's targets.</param>
    private static int OperandBytes(OperandType type, int tokenBytes, int countBytes) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => ByteBytes,
        OperandType.InlineVar => DeviceTokenBytes,
        OperandType.InlineI or OperandType.ShortInlineR => TokenBytes,
        OperandType.InlineI8 or OperandType.InlineR => LongBytes,
        OperandType.InlineSwitch => countBytes,
        _ => tokenBytes,
    };
}
