Console.WriteLine("kpigrid");
