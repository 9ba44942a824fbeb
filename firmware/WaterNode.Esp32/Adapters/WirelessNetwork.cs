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
        /// <summary>With AutoConnect stored, the firmware joins by itself while the station measures: that long it is left alone, ms.</summary>
        private const int OwnJoinMilliseconds = 10000;
        private const int AskedJoinMilliseconds = 30000;
        private const int PollMilliseconds = 200;
        private const string NoAddress = "0.0.0.0";

        /// <returns>False when there is no address after about 40 seconds: no network in reach, or a wrong password.</returns>
        public bool TryJoin()
        {
            try
            {
                if (!WaitForAddress(OwnJoinMilliseconds) && !AskToJoin())
                {
                    return false;
                }

                // nanoFramework starts an SNTP client with every network. The gateway's time goes to the DS3231; the system time stays the
                // count since power-on that StationClock and BoardPower rely on.
                Sntp.Stop();
                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }

        private static bool AskToJoin()
        {
            NetworkInterface wireless = FindWireless();
            WifiAdapter[] adapters = WifiAdapter.FindAllAdapters();
            if (wireless == null || adapters.Length == 0)
            {
                return false;
            }

            Wireless80211Configuration stored = Wireless80211Configuration.GetAllWireless80211Configurations()[(int)wireless.SpecificConfigId];
            adapters[0].Connect(stored.Ssid, WifiReconnectionKind.Automatic, stored.Password);
            return WaitForAddress(AskedJoinMilliseconds);
        }

        private static bool WaitForAddress(int milliseconds)
        {
            for (int waited = 0; waited < milliseconds; waited += PollMilliseconds)
            {
                NetworkInterface wireless = FindWireless();
                if (wireless != null && wireless.IPv4Address != null && wireless.IPv4Address.Length > 0 && wireless.IPv4Address != NoAddress)
                {
                    return true;
                }

                Thread.Sleep(PollMilliseconds);
            }

            return false;
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
