using System;
using System.Device.Wifi;
using System.Net.NetworkInformation;
using System.Threading;
using nanoFramework.Networking;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>The Wi-Fi network of station.json, or the one that a technician stored with <c>nanoff --networkdeployment</c>.</summary>
    /// <remarks>WifiNetworkHelper of the same package is not used: it writes the configuration to flash at every connection, that is at every waking.</remarks>
    public sealed class WirelessNetwork
    {
        /// <summary>Time for an address after joining, ms.</summary>
        private const int AddressMilliseconds = 30000;
        private const int PollMilliseconds = 200;
        private const string NoAddress = "0.0.0.0";

        private readonly string _name;
        private readonly string _password;

        /// <param name="name">SSID; "" for the network that is stored in the firmware's own configuration.</param>
        /// <param name="password">"" for an open network; not looked at without a name.</param>
        public WirelessNetwork(string name, string password)
        {
            _name = name;
            _password = password;
        }

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

        private bool Join()
        {
            NetworkInterface wireless = FindWireless();
            WifiAdapter[] adapters = WifiAdapter.FindAllAdapters();
            if (wireless == null || adapters.Length == 0)
            {
                return false;
            }

            Wireless80211Configuration stored = Wireless80211Configuration.GetAllWireless80211Configurations()[(int)wireless.SpecificConfigId];
            bool isGiven = _name.Length > 0;
            WifiConnectionResult result = adapters[0].Connect(isGiven ? _name : stored.Ssid, WifiReconnectionKind.Manual, isGiven ? _password : stored.Password);
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
