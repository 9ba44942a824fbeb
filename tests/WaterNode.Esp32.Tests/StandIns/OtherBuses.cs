// The parts of nanoFramework.Device.OneWire, System.Device.Gpio and System.IO.Ports that the adapters call.
namespace nanoFramework.Device.OneWire
{
    /// <summary>One DS18B20 on the line; it answers with the scratchpad that the test sets.</summary>
    public sealed class OneWireHost
    {
        private int _next;

        public byte[] Scratchpad { get; set; } = new byte[9];

        public bool IsPresent { get; set; } = true;

        public bool TouchReset()
        {
            _next = 0;
            return IsPresent;
        }

        public byte WriteByte(byte value) => value;

        public byte ReadByte() => Scratchpad[_next++];
    }
}

namespace System.Device.Gpio
{
    public enum PinMode
    {
        Input,
        Output,
    }

    public readonly record struct PinValue(int Level)
    {
        public static PinValue High => new(1);

        public static PinValue Low => new(0);
    }

    public sealed class GpioPin
    {
        public PinValue Value { get; set; }

        /// <summary>Every level that was written.</summary>
        public List<PinValue> Written { get; } = [];

        public void Write(PinValue value)
        {
            Value = value;
            Written.Add(value);
        }

        public PinValue Read() => Value;
    }

    public sealed class GpioController
    {
        private readonly Dictionary<int, GpioPin> _pins = [];

        public GpioPin OpenPin(int number, PinMode mode) => Pin(number);

        public GpioPin Pin(int number)
        {
            if (!_pins.TryGetValue(number, out var pin)) _pins[number] = pin = new GpioPin();
            return pin;
        }
    }
}

namespace System.IO.Ports
{
    /// <summary>A module at the other end that answers each line at once.</summary>
    public sealed class SerialPort
    {
        private readonly Queue<byte> _received = new();

        public string Answer { get; set; } = "";

        public string Asked { get; private set; } = "";

        public int BytesToRead => _received.Count;

        public string ReadExisting()
        {
            _received.Clear();
            return "";
        }

        public void Write(string text)
        {
            Asked = text;
            foreach (var letter in Answer) _received.Enqueue((byte)letter);
        }

        public int Read(byte[] buffer, int offset, int count)
        {
            buffer[offset] = _received.Dequeue();
            return 1;
        }
    }
}
