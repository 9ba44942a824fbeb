using System;
using System.Device.Wifi;
using System.Net.NetworkInformation;
using System.Threading;
using nanoFramework.Networking;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>The Wi-Fi network whose name and password a technician stored with <c>nanoff --networkdeployment</c>.</summary>
    /// <remarks>WifiNetworkHelper of the same package is not used: it writes the configuration to flash at every connection, that is at every waking.</remarks>
    public sealed class WirelessNetwork
    {
        /// <summary>Time for an address after joining, ms.</summary>
        private const int AddressMilliseconds = 30000;
        private const int PollMilliseconds = 200;
        private const string NoAddress = "0.0.0.0";

        /// <returns>False when there is no address within about a minute: no network in reach, or a wrong password.</returns>
        public bool TryJoin()
        {
            try
            {
                if (!HasAddress() && !(Join() && WaitForAddress()))
                {
                    return false;
                }

                // nanoFramework starts an SNTP client, with a delay of 2 s, in every network it joins. The system time must stay what it is,
                // the count since power-on that StationClock and BoardPower rely on; the gateway's time goes to the DS3231.
                Sntp.Stop();
                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }

        private static bool Join()
        {
            NetworkInterface wireless = FindWireless();
            WifiAdapter[] adapters = WifiAdapter.FindAllAdapters();
            if (wireless == null || adapters.Length == 0)
            {
                return false;
            }

            Wireless80211Configuration stored = Wireless80211Configuration.GetAllWireless80211Configurations()[(int)wireless.SpecificConfigId];
            WifiConnectionResult result = adapters[0].Connect(stored.Ssid, WifiReconnectionKind.Manual, stored.Password);
            return result.ConnectionStatus == WifiConnectionStatus.Success;
        }

        private static bool WaitForAddress()
        {
            for (int waited = 0; waited < AddressMilliseconds; waited += PollMilliseconds)
            {
                if (HasAddress())
                {
                    return true;
                }

                Thread.Sleep(PollMilliseconds);
            }

            return false;
        }

        private static bool HasAddress()
        {
            NetworkInterface wireless = FindWireless();
            return wireless != null && wireless.IPv4Address != null && wireless.IPv4Address.Length > 0 && wireless.IPv4Address != NoAddress;
        }

        private static NetworkInterface FindWireless()
        {
            foreach (NetworkInterface one in NetworkInterface.GetAllNetworkInterfaces())
            {
                if (one.NetworkInterfaceType == NetworkInterfaceType.Wireless80211)
                {
                    return one;
                }
            }

            return null;
        }
    }
}
