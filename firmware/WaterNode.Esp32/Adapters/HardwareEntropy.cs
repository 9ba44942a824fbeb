using System;
using System.Device.Adc;
using System.Net.NetworkInformation;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>Random numbers from the ESP32's hardware generator, mixed with what differs from board to board.</summary>
    /// <remarks>
    /// On this target System.Random ignores its seed and asks esp_random, the hardware generator. That is truly random while the radio runs;
    /// without it, Espressif promises pseudo-random numbers only. A journal may be formatted before the radio is up, therefore the numbers
    /// are mixed with the MAC address (unique), the noise of the battery converter and the microsecond counter.
    /// </remarks>
    public sealed class HardwareEntropy : IEntropy
    {
        private const int NoiseSamples = 64;
        private const uint FnvOffset = 2166136261;
        private const uint FnvPrime = 16777619;

        private readonly AdcChannel _noise;
        private readonly Random _generator = new Random();

        public HardwareEntropy(AdcChannel noise)
        {
            _noise = noise;
        }

        public uint NextUInt32()
        {
            byte[] fromGenerator = new byte[32];
            _generator.NextBytes(fromGenerator);
            uint mixed = Mix(FnvOffset, fromGenerator);

            foreach (NetworkInterface one in NetworkInterface.GetAllNetworkInterfaces())
            {
                if (one.PhysicalAddress != null)
                {
                    mixed = Mix(mixed, one.PhysicalAddress);
                }
            }

            for (int i = 0; i < NoiseSamples; i++)
            {
                mixed = (mixed ^ (byte)_noise.ReadValue()) * FnvPrime;
            }

            mixed = Mix(mixed, BitConverter.GetBytes(nanoFramework.Hardware.Esp32.HighResTimer.GetCurrent()));
            return mixed;
        }

        /// <summary>FNV-1a, 32 bits.</summary>
        private static uint Mix(uint hash, byte[] bytes)
        {
            for (int i = 0; i < bytes.Length; i++)
            {
                hash = (hash ^ bytes[i]) * FnvPrime;
            }

            return hash;
        }
    }
}
