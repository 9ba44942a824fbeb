namespace WaterNode.Station.Journal
{
    /// <summary>CRC-32 of ISO 3309 (zlib, Ethernet), four bits a step: 16 table entries instead of 256.</summary>
    public static class Crc32
    {
        private static readonly uint[] Table =
        {
            0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
            0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
        };

        public static uint Of(byte[] buffer, int offset, int count)
        {
            uint crc = 0xFFFFFFFF;
            for (int i = 0; i < count; i++)
            {
                crc ^= buffer[offset + i];
                crc = (crc >> 4) ^ Table[(int)(crc & 0x0F)];
                crc = (crc >> 4) ^ Table[(int)(crc & 0x0F)];
            }

            return crc ^ 0xFFFFFFFF;
        }
    }
}
