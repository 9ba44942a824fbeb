using System;
using System.IO.Ports;
using System.Text;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>Lines of text with a checksum over a serial port: <c>FIELD,FIELD,...*HH</c> and a line feed, HH being the exclusive or of all characters before the star.</summary>
    /// <remarks>A line has no more than 40 characters; one that is longer, garbled or late is no line.</remarks>
    public sealed class ChecksummedLine
    {
        private const int LineLengthMax = 40;
        private const int PollMilliseconds = 5;
        private const string HexDigits = "0123456789ABCDEF";

        private readonly SerialPort _port;
        private readonly IClock _clock;
        private readonly byte[] _received = new byte[1];
        private readonly StringBuilder _line = new StringBuilder(LineLengthMax);

        /// <param name="clock">Waits for what has not come yet, and may let somebody turn pages meanwhile.</param>
        public ChecksummedLine(SerialPort port, IClock clock)
        {
            _clock = clock;
            _port = port;
        }

        /// <summary>Throws away what arrived and was not asked for.</summary>
        public void Discard()
        {
            _port.ReadExisting();
        }

        /// <param name="body">The fields, without star and checksum.</param>
        public void Write(string body)
        {
            int sum = Checksum(body);
            _port.Write(body + "*" + HexDigits[sum >> 4] + HexDigits[sum & 0x0F] + "\n");
        }

        /// <param name="body">The fields; "" when false is returned.</param>
        /// <param name="timeoutMilliseconds">Time for the whole line, ms.</param>
        public bool TryRead(int timeoutMilliseconds, out string body)
        {
            body = "";
            _line.Clear();
            long end = Environment.TickCount64 + timeoutMilliseconds;
            while (Environment.TickCount64 < end)
            {
                if (_port.BytesToRead == 0)
                {
                    _clock.Wait(PollMilliseconds);
                    continue;
                }

                _port.Read(_received, 0, 1);
                if (_received[0] == '\n')
                {
                    return TryStripChecksum(_line.ToString(), out body);
                }

                if (_line.Length == LineLengthMax)
                {
                    return false;
                }

                _line.Append((char)_received[0]);
            }

            return false;
        }

        /// <summary>Reads the whole number that is field <paramref name="index"/> of a body, counted from 0.</summary>
        public static bool TryField(string body, int index, out int number)
        {
            int start = 0;
            for (int i = 0; i < index; i++)
            {
                int comma = body.IndexOf(',', start);
                if (comma < 0)
                {
                    number = 0;
                    return false;
                }

                start = comma + 1;
            }

            int end = body.IndexOf(',', start);
            string field = end < 0 ? body.Substring(start) : body.Substring(start, end - start);
            return int.TryParse(field, out number);
        }

        private static bool TryStripChecksum(string line, out string body)
        {
            body = "";
            int star = line.Length - 3;
            if (star < 1 || line[star] != '*')
            {
                return false;
            }

            string candidate = line.Substring(0, star);
            int sum = Checksum(candidate);
            if (line[star + 1] != HexDigits[sum >> 4] || line[star + 2] != HexDigits[sum & 0x0F])
            {
                return false;
            }

            body = candidate;
            return true;
        }

        private static int Checksum(string text)
        {
            int sum = 0;
            for (int i = 0; i < text.Length; i++)
            {
                sum ^= text[i];
            }

            return sum & 0xFF;
        }
    }
}
