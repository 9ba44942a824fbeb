// The part of nanoFramework's System.Device.I2c and of its DateTime that the adapters call.
namespace System
{
    public readonly struct SpanByte(byte[] bytes)
    {
        public readonly byte[] Bytes = bytes;

        public static implicit operator SpanByte(byte[] bytes) => new(bytes);
    }

    public static class NanoDateTime
    {
        extension(DateTime)
        {
            public static DateTime FromUnixTimeSeconds(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;
        }

        public static long ToUnixTimeSeconds(this DateTime time) => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)).ToUnixTimeSeconds();
    }
}

namespace System.Device.I2c
{
    public enum I2cBusSpeed
    {
        FastMode,
    }

    public enum I2cTransferStatus
    {
        UnknownError,
        FullTransfer,
        SlaveAddressNotAcknowledged,
    }

    public readonly record struct I2cTransferResult(I2cTransferStatus Status);

    public sealed record I2cConnectionSettings(int BusId, int DeviceAddress, I2cBusSpeed BusSpeed);

    /// <summary>A chip on the simulated bus: registers that are written and read.</summary>
    public interface ISimulatedChip
    {
        /// <summary>False leaves the address unacknowledged.</summary>
        bool Answers { get; }

        void Write(byte[] bytes);

        void Read(byte register, byte[] into);
    }

    /// <summary>As on the ESP32: a chip that does not acknowledge is a status and zeros, no exception.</summary>
    public sealed class I2cDevice(ISimulatedChip chip)
    {
        [ThreadStatic]
        private static ISimulatedChip s_next;

        /// <summary>The chip that the next device of this thread talks to.</summary>
        public static void Connect(ISimulatedChip chip) => s_next = chip;

        public static I2cDevice Create(I2cConnectionSettings settings) => new(s_next);

        public I2cTransferResult Write(SpanByte bytes)
        {
            if (chip.Answers) chip.Write(bytes.Bytes);
            return Result();
        }

        public I2cTransferResult WriteRead(SpanByte register, SpanByte into)
        {
            Array.Clear(into.Bytes);
            if (chip.Answers) chip.Read(register.Bytes[0], into.Bytes);
            return Result();
        }

        private I2cTransferResult Result() => new(chip.Answers ? I2cTransferStatus.FullTransfer : I2cTransferStatus.SlaveAddressNotAcknowledged);
    }
}
