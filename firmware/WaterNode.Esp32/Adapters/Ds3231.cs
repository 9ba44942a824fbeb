using System;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>The battery-backed clock chip, kept in UTC (Maxim DS3231 data sheet).</summary>
    public sealed class Ds3231
    {
        private const byte TimeRegister = 0x00;
        private const byte StatusRegister = 0x0F;
        private const int TimeLength = 7;

        /// <summary>The oscillator stood still since this bit was last cleared: the time is of no use, though the chip counts on from somewhere.</summary>
        private const int OscillatorStopped = 0x80;

        private const int FirstYear = 2000;

        private readonly I2cChip _chip;
        private readonly byte[] _time = new byte[TimeLength];
        private readonly byte[] _status = new byte[1];

        public Ds3231(I2cChip chip)
        {
            _chip = chip;
        }

        /// <param name="seconds">The chip's count as Unix seconds: UTC when <paramref name="isSet"/>, otherwise only good for differences.</param>
        /// <param name="isSet">False until somebody set the chip since its battery was last empty.</param>
        /// <returns>False when the chip did not answer or holds no possible time.</returns>
        public bool TryRead(out long seconds, out bool isSet)
        {
            seconds = 0;
            isSet = false;
            if (!_chip.TryRead(StatusRegister, _status) || !_chip.TryRead(TimeRegister, _time))
            {
                return false;
            }

            int month = FromBcd(_time[5] & 0x1F);
            int day = FromBcd(_time[4] & 0x3F);
            int hour = FromBcd(_time[2] & 0x3F);
            int minute = FromBcd(_time[1] & 0x7F);
            int second = FromBcd(_time[0] & 0x7F);
            int year = FirstYear + FromBcd(_time[6]);
            bool isPossible = year < FirstYear + 100 && month >= 1 && month <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
                && hour < 24 && minute < 60 && second < 60;
            if (!isPossible)
            {
                return false;
            }

            seconds = new DateTime(year, month, day, hour, minute, second).ToUnixTimeSeconds();
            isSet = (_status[0] & OscillatorStopped) == 0;
            return true;
        }

        /// <summary>Sets the time and declares it good.</summary>
        /// <param name="seconds">Unix seconds, UTC, in the years 2000 to 2099.</param>
        public bool TrySet(long seconds)
        {
            DateTime time = DateTime.FromUnixTimeSeconds(seconds);
            byte[] write =
            {
                TimeRegister,
                ToBcd(time.Second),
                ToBcd(time.Minute),
                ToBcd(time.Hour),
                (byte)((int)time.DayOfWeek + 1),
                ToBcd(time.Day),
                ToBcd(time.Month),
                ToBcd(time.Year - FirstYear),
            };

            // The time first: a chip that is declared good without having the time would date readings wrongly.
            return _chip.TryWrite(write)
                && _chip.TryRead(StatusRegister, _status)
                && _chip.TryWrite(new byte[] { StatusRegister, (byte)(_status[0] & ~OscillatorStopped) });
        }

        /// <returns>99 or less for two decimal digits, 100 or more for what is none: no field of a time is that large.</returns>
        private static int FromBcd(int value)
        {
            int tens = value >> 4;
            int ones = value & 0x0F;
            return tens > 9 || ones > 9 ? 100 : (tens * 10) + ones;
        }

        private static byte ToBcd(int value)
        {
            return (byte)(((value / 10) << 4) | (value % 10));
        }
    }
}
